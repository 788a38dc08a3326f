using System.Text;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>
/// Input: the text of a Calico selector. Output: the expression, or the place and the mend of the first mistake. Promise: it takes exactly
/// what Calico's own parser takes, in time proportional to the text, except for brackets nested beyond <see cref="MostBrackets"/>.
/// </summary>
internal sealed class CalicoSelectorParser
{
    public const int MostBrackets = 100;
    private const int LongestKey = 512;
    private const string LineBreak = "there is a line break, and only blanks and tabs may stand between the parts";
    private const string WantsQuotes = "A value stands in quotes, single or double.";

    private readonly string _text;
    private int _at;
    private int _brackets;
    private CalicoSelectorReading _failure;

    private CalicoSelectorParser(string text) => _text = text;

    public static CalicoSelectorReading Parse(string text)
    {
        var parser = new CalicoSelectorParser(text);
        parser.SkipBlanks();
        if (parser.IsAtEnd) return CalicoSelectorReading.Of(CalicoSelector.All);
        if (parser.Or() is not { } selector) return parser._failure;
        parser.SkipBlanks();
        if (parser.IsAtEnd) return CalicoSelectorReading.Of(selector);
        parser.FailAfterTerm();
        return parser._failure;
    }

    private bool IsAtEnd => _at == _text.Length;

    private char Current => IsAtEnd ? '\0' : _text[_at];

    private CalicoSelector? Or() => Joined("||", And, parts => new CalicoSelector.Or(parts));

    private CalicoSelector? And() => Joined("&&", Unary, parts => new CalicoSelector.And(parts));

    private CalicoSelector? Joined(string between, Func<CalicoSelector?> part, Func<ValueArray<CalicoSelector>, CalicoSelector> join)
    {
        if (part() is not { } first) return null;
        List<CalicoSelector>? parts = null;
        while (TakeAfterBlanks(between))
        {
            if (part() is not { } next) return null;
            (parts ??= [first]).Add(next);
        }

        return parts is null ? first : join(parts.ToValueArray());
    }

    private CalicoSelector? Unary()
    {
        var negative = false;
        while (TakeAfterBlanks("!")) negative = !negative;
        var primary = Primary();
        return negative && primary is not null ? new CalicoSelector.Not(primary) : primary;
    }

    private CalicoSelector? Primary()
    {
        SkipBlanks();
        if (TakeAfterBlanks("(")) return Bracketed();
        var start = _at;
        var word = Word();
        if (word.Length == 0) return Fail(MissingTerm(), "Write has(key), or a comparison such as key == 'value'.");
        if (word is "has" or "all" or "global" && Current == '(')
        {
            _at++;
            return Function(word);
        }

        if (word.Length <= LongestKey) return Comparison(word);
        _at = start;
        return Fail("a key is longer than 512 characters", "");
    }

    private CalicoSelector? Bracketed()
    {
        if (++_brackets > MostBrackets)
        {
            Fail("brackets stand in each other more than 100 deep", "Take out the brackets that change nothing.");
            _failure = _failure with { IsTooDeep = true };
            return null;
        }

        if (Or() is not { } inner) return null;
        _brackets--;
        if (TakeAfterBlanks(")")) return inner;
        return FailAfterTerm();
    }

    private CalicoSelector? Function(string name)
    {
        SkipBlanks();
        if (name != "has")
        {
            if (!TakeAfterBlanks(")")) return Fail($"nothing can stand between the brackets of {name}()", $"Write {name}().");
            return name == "all" ? CalicoSelector.All : new CalicoSelector.Global();
        }

        var start = _at;
        var key = Word();
        if (key.Length is 0 or > LongestKey)
        {
            _at = start;
            return Fail(key.Length == 0 ? "has() needs a key" : "a key is longer than 512 characters", "Write has(key), the key without quotes.");
        }

        return TakeAfterBlanks(")") ? new CalicoSelector.Label(key, CalicoOperator.Has, []) : Fail("a closing bracket is missing", $"Write has({key}).");
    }

    private CalicoSelector? Comparison(string key)
    {
        if (TakeAfterBlanks("==")) return WithValue(key, CalicoOperator.Equal);
        if (TakeAfterBlanks("!=")) return WithValue(key, CalicoOperator.NotEqual);
        var start = _at;
        switch (Word())
        {
            case "contains": return WithValue(key, CalicoOperator.Contains);
            case "startswith": return WithValue(key, CalicoOperator.StartsWith);
            case "endswith": return WithValue(key, CalicoOperator.EndsWith);
            case "starts" when TakeWord("with"): return WithValue(key, CalicoOperator.StartsWith);
            case "ends" when TakeWord("with"): return WithValue(key, CalicoOperator.EndsWith);
            case "in": return WithSet(key, CalicoOperator.In);
            case "notin": return WithSet(key, CalicoOperator.NotIn);
            case "not" when TakeWord("in"): return WithSet(key, CalicoOperator.NotIn);
        }

        _at = start;
        return Fail(Unfinished(key), Current == '=' ? "Write '=='." : key is "has" or "all" or "global" && Current == '(' ? $"Write {key}( without a blank before the bracket." : $"Write has({key}), or a comparison such as {key} == 'value'.");
    }

    private CalicoSelector? WithValue(string key, CalicoOperator op) => Value() is { } value ? new CalicoSelector.Label(key, op, [value]) : null;

    private CalicoSelector? WithSet(string key, CalicoOperator op)
    {
        if (!TakeAfterBlanks("{")) return Fail("a set is missing", "Write the values between braces: {'a', 'b'}.");
        var values = new List<string>();
        while (!TakeAfterBlanks("}"))
        {
            if (values.Count > 0 && !TakeAfterBlanks(",")) return Fail("the set does not go on here", "Put a comma between two values, and a brace behind the last.");
            if (values.Count > 0 && TakeAfterBlanks("}")) break;
            if (Value() is not { } value) return null;
            values.Add(value);
        }

        return new CalicoSelector.Label(key, op, values.ToValueArray());
    }

    private string? Value()
    {
        SkipBlanks();
        if (Current is not ('\'' or '"'))
        {
            Fail("a value in quotes is missing", WantsQuotes);
            return null;
        }

        var end = _text.IndexOf(Current, _at + 1);
        if (end < 0)
        {
            Fail("the quote is never closed", "Close it. There are no escapes: a value with one kind of quote stands between the other kind.");
            return null;
        }

        var value = _text[(_at + 1)..end];
        _at = end + 1;
        return value;
    }

    private bool TakeWord(string word)
    {
        SkipBlanks();
        var start = _at;
        if (Word() == word) return true;
        _at = start;
        return false;
    }

    /// <summary>The longest run of characters of a key from here on; words of the language are made of the same.</summary>
    private string Word()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '.' or '/' or '-') _at++;
        return _text[start.._at];
    }

    private bool TakeAfterBlanks(string sign)
    {
        SkipBlanks();
        if (string.CompareOrdinal(_text, _at, sign, 0, sign.Length) != 0) return false;
        _at += sign.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t') _at++;
    }

    private string MissingTerm() => IsAtEnd ? "the selector ends where a term is needed" : IsBreak ? LineBreak : $"a term is needed, and there is {Sign}";

    private string Unfinished(string key) => IsAtEnd ? $"the selector ends behind the key '{Shown.Of(key)}'" : IsBreak ? LineBreak : $"the key '{Shown.Of(key)}' is followed by neither a comparison nor a set";

    /// <summary>The character here, as a message can show it.</summary>
    private string Sign => Rune.TryGetRuneAt(_text, _at, out var rune) && !Rune.IsControl(rune) ? $"'{rune}'" : FormattableString.Invariant($"the character U+{(int)Current:X4}");

    private bool IsBreak => Current is '\r' or '\n';

    private CalicoSelector? FailAfterTerm() => IsAtEnd
        ? Fail("a closing bracket is missing", "Close every bracket.")
        : Fail(
            IsBreak ? LineBreak : $"nothing known follows, but {Sign}",
            IsBreak ? "Write the selector on one line; in YAML, use '>-' instead of '>' or '|'." : "Join terms with && or ||.");

    private CalicoSelector? Fail(string problem, string mend)
    {
        _failure = CalicoSelectorReading.Failed(_at + 1, problem, mend);
        return null;
    }
}
