namespace PolicyKit.App.Consoles;

/// <summary>How words are coloured: not at all, or with the escapes that terminals know.</summary>
internal sealed class Palette
{
    private readonly bool _colours;

    private Palette(bool colours) => _colours = colours;

    public static Palette None { get; } = new(false);

    public static Palette Ansi { get; } = new(true);

    public string Good(string text) => Painted("32", text);

    public string Bad(string text) => Painted("31", text);

    public string Doubtful(string text) => Painted("33", text);

    public string Quiet(string text) => Painted("2", text);

    public string Strong(string text) => Painted("1", text);

    /// <summary>A verdict in the colour of what it means for the connection.</summary>
    public string Verdict(string word) => word switch
    {
        "allow" => Good(word),
        "deny" or "rejected" => Bad(word),
        _ => Doubtful(word),
    };

    private string Painted(string code, string text) => _colours ? $"\e[{code}m{text}\e[0m" : text;
}
