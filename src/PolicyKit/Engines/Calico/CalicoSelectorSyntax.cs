namespace PolicyKit.Engines.Calico;

/// <summary>Whether a text is a selector in Calico's language: null when it is, else what is wrong.</summary>
/// <remarks>
/// Blanks are the space and the tab alone; a line break outside quotes is an error. There are no escapes. An empty text is everything.
/// The reader walks once, without recursion and without allocating, however deep the parentheses.
/// </remarks>
internal ref struct CalicoSelectorSyntax
{
    private const int LongestLabel = 512;

    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private CalicoSelectorSyntax(ReadOnlySpan<char> text) => _text = text;

    public static string? Problem(ReadOnlySpan<char> text)
    {
        var reader = new CalicoSelectorSyntax(text);
        reader.SkipBlanks();
        return reader.IsAtEnd ? null : reader.Expression();
    }

    private readonly bool IsAtEnd => _at == _text.Length;

    private string? Expression()
    {
        var open = 0;
        while (true)
        {
            SkipBlanks();
            while (Take("!")) SkipBlanks();
            if (Take("("))
            {
                open++;
                continue;
            }

            if (Operand() is { } problem) return problem;
            SkipBlanks();
            while (open > 0 && Take(")"))
            {
                open--;
                SkipBlanks();
            }

            if (IsAtEnd) return open == 0 ? null : "a ')' is missing";
            if (!Take("&&") && !Take("||")) return $"'&&' or '||' is expected, not {Rest()}";
        }
    }

    // A call has its parenthesis at once behind the word; any of the words may also be a label.
    private string? Operand()
    {
        if (Take("all(") || Take("global("))
        {
            SkipBlanks();
            return Take(")") ? null : $"')' is expected, not {Rest()}";
        }

        if (!Take("has(")) return Comparison();
        SkipBlanks();
        if (Label() is { } problem) return problem;
        SkipBlanks();
        return Take(")") ? null : $"')' is expected, not {Rest()}";
    }

    private string? Comparison()
    {
        if (Label() is { } problem) return problem;
        SkipBlanks();
        if (Take("==") || Take("!=") || TakeWord("contains") || TakeWords("starts", "with") || TakeWords("ends", "with"))
        {
            SkipBlanks();
            return Quoted();
        }

        return TakeWord("in") || TakeWords("not", "in") ? Set() : $"a comparison is expected, not {Rest()}";
    }

    private string? Set()
    {
        SkipBlanks();
        if (!Take("{")) return $"'{{' is expected, not {Rest()}";
        SkipBlanks();
        while (!Take("}"))
        {
            if (Quoted() is { } problem) return problem;
            SkipBlanks();
            if (!Take(",") && (IsAtEnd || _text[_at] != '}')) return $"',' or '}}' is expected, not {Rest()}";
            SkipBlanks();
        }

        return null;
    }

    private string? Quoted()
    {
        if (IsAtEnd || _text[_at] is not ('\'' or '"')) return $"a text in quotes is expected, not {Rest()}";
        var end = _text[(_at + 1)..].IndexOf(_text[_at]);
        if (end < 0) return $"nothing ends the text {Rest()}";
        _at += end + 2;
        return null;
    }

    private string? Label()
    {
        var start = _at;
        while (!IsAtEnd && IsLetter(_text[_at])) _at++;
        if (_at == start) return $"a label is expected, not {Rest()}";
        return _at - start > LongestLabel ? FormattableString.Invariant($"a label has at most {LongestLabel} characters") : null;
    }

    private void SkipBlanks()
    {
        while (!IsAtEnd && _text[_at] is ' ' or '\t') _at++;
    }

    private bool Take(string token)
    {
        if (!_text[_at..].StartsWith(token, StringComparison.Ordinal)) return false;
        _at += token.Length;
        return true;
    }

    private bool TakeWord(string word)
    {
        var end = _at + word.Length;
        return (end >= _text.Length || !IsLetter(_text[end])) && Take(word);
    }

    // The blank between the words may be missing.
    private bool TakeWords(string first, string second)
    {
        var start = _at;
        if (Take(first))
        {
            SkipBlanks();
            if (TakeWord(second)) return true;
        }

        _at = start;
        return false;
    }

    private readonly string Rest() => IsAtEnd ? "the end" : UserWords.Quote(_text[_at..].ToString());

    private static bool IsLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '/' or '-';
}
