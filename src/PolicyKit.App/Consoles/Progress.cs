namespace PolicyKit.App.Consoles;

/// <summary>One line on standard error about work that takes more than a second, rewritten as it goes on and gone at the end.</summary>
/// <remarks>Only where a person watches; nothing of it ever reaches a file or a pipe.</remarks>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private readonly Terminal _terminal;
    private readonly string _what;
    private readonly Timer? _timer;
    private readonly object _line = new();
    private long _done;
    private bool _shown;

    public Progress(Terminal terminal, string what)
    {
        _terminal = terminal;
        _what = what;
        if (terminal.IsWatched) _timer = new(_ => Show(), null, Patience, Beat);
    }

    /// <summary>One more thing is done.</summary>
    public void Step() => Interlocked.Increment(ref _done);

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_line)
        {
            if (_shown) _terminal.Error.Write("\r\e[K");
            _shown = false;
        }
    }

    private void Show()
    {
        lock (_line)
        {
            _terminal.Error.Write(FormattableString.Invariant($"\r\e[K{_what}: {Interlocked.Read(ref _done)}"));
            _shown = true;
        }
    }
}
