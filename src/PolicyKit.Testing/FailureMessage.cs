using System.Text;

namespace PolicyKit.Testing;

/// <summary>A message with one shape for every assertion: the thing, what it should be, what it was, and then why, what is closest, and the mend.</summary>
internal sealed class FailureMessage
{
    private readonly StringBuilder _text = new();

    private FailureMessage(string thing) => _text.Append(thing);

    public static FailureMessage About(string thing) => new(thing);

    /// <summary>A head with the lines below it; nothing where there are none.</summary>
    public FailureMessage Say(string head, params IEnumerable<string> lines)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            if (isFirst) _text.Append("\n    ").Append(head);
            isFirst = false;
            _text.Append('\n').Append(line);
        }

        return this;
    }

    public PolicyAssertionException ToException() => new(_text.ToString());
}
