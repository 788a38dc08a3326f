namespace PolicyKit;

/// <summary>Reads a label selector in kubectl's syntax, strictly. In: any text. Out: the selector, or a refusal with the mend; it never throws.</summary>
internal ref struct SelectorReader
{
    private const string ExampleMend = "Write requirements like 'app=web,tier in (api,edge),env!=dev,x,!canary'.";

    private readonly string _text;
    private int _at;

    private SelectorReader(string text) => _text = text;

    internal static Refusal? Read(string? text, out LabelSelector? selector)
    {
        selector = text == LabelSelector.EverythingText ? LabelSelector.Everything : null;
        if (selector is not null) return null;
        if (text is null || text.AsSpan().Trim(' ').IsEmpty)
            return new("An empty text is not a selector, for nothing empty means everything.", "Write '*' for everything, or a requirement like 'app=web'.");

        return new SelectorReader(text).ReadAll(out selector);
    }

    private Refusal? ReadAll(out LabelSelector? selector)
    {
        selector = null;
        var requirements = new List<LabelRequirement>();
        do
        {
            if (ReadRequirement(out var requirement) is { } refusal) return refusal;
            requirements.Add(requirement!);
        }
        while (Take(','));

        if (_at < _text.Length) return Unexpected("a ',' or the end");

        selector = LabelSelector.Of([.. requirements]);
        return null;
    }

    private Refusal? ReadRequirement(out LabelRequirement? requirement)
    {
        requirement = null;
        var isNegated = Take('!');
        var word = Word();
        if (word.Length == 0) return Unexpected("the key of a label");
        if (NameSyntax.LabelKey(word) is { } problem) return Refuse("has a key that Kubernetes refuses", problem);

        var key = LabelKey.Of(word);
        if (isNegated)
        {
            requirement = LabelRequirement.Of(key, LabelOperator.DoesNotExist, []);
            return null;
        }

        return TakeOperator() switch
        {
            "=" => ReadValue(key, LabelOperator.In, out requirement),
            "!=" => ReadValue(key, LabelOperator.NotIn, out requirement),
            "in" => ReadValues(key, LabelOperator.In, out requirement),
            "notin" => ReadValues(key, LabelOperator.NotIn, out requirement),
            _ => Exists(key, out requirement),
        };
    }

    private static Refusal? Exists(LabelKey key, out LabelRequirement? requirement)
    {
        requirement = LabelRequirement.Of(key, LabelOperator.Exists, []);
        return null;
    }

    // The '=' of "==" and "!=" stands directly behind the first letter.
    private string? TakeOperator()
    {
        SkipBlanks();
        if (TakeExactly("==") || TakeExactly("=")) return "=";
        if (TakeExactly("!=")) return "!=";

        var start = _at;
        if (Word() is var word and ("in" or "notin")) return word;
        _at = start;
        return null;
    }

    private bool TakeExactly(string letters)
    {
        if (string.CompareOrdinal(_text, _at, letters, 0, letters.Length) != 0) return false;
        _at += letters.Length;
        return true;
    }

    private Refusal? ReadValue(LabelKey key, LabelOperator @operator, out LabelRequirement? requirement) =>
        Make(key, @operator, [Word()], out requirement);

    private Refusal? ReadValues(LabelKey key, LabelOperator @operator, out LabelRequirement? requirement)
    {
        requirement = null;
        if (!Take('(')) return Unexpected("a '('");

        var values = new List<string>();
        do values.Add(Word());
        while (Take(','));

        if (!Take(')')) return Unexpected("a ',' or a ')'");
        return values is [""]
            ? Refuse("has a list without values", $"Write '{key}{(@operator == LabelOperator.In ? "=" : "!=")}' for the empty value.")
            : Make(key, @operator, values, out requirement);
    }

    private readonly Refusal? Make(LabelKey key, LabelOperator @operator, List<string> values, out LabelRequirement? requirement)
    {
        requirement = null;
        foreach (var value in values)
        {
            if (NameSyntax.LabelValue(value) is { } problem) return Refuse("has a value that Kubernetes refuses", problem);
        }

        requirement = LabelRequirement.Of(key, @operator, [.. values]);
        return null;
    }

    private string Word()
    {
        SkipBlanks();
        var start = _at;
        while (_at < _text.Length && _text[_at] is not (' ' or ',' or '=' or '!' or '(' or ')')) _at++;
        var word = _text[start.._at];
        SkipBlanks();
        return word;
    }

    private bool Take(char letter)
    {
        SkipBlanks();
        if (_at >= _text.Length || _text[_at] != letter) return false;
        _at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] == ' ') _at++;
    }

    private readonly Refusal Unexpected(string expected) => Refuse(
        _at < _text.Length ? $"has {UserWords.QuoteCharacter(_text, _at)} where {expected} belongs" : $"ends where {expected} belongs", ExampleMend);

    private readonly Refusal Refuse(string what, string mend) => new($"{UserWords.Quote(_text)} {what}.", mend);
}
