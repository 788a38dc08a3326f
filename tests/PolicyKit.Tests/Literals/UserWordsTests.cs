namespace PolicyKit.Tests.Literals;

public sealed class UserWordsTests
{
    [TestCase("web", "'web'")]
    [TestCase("", "''")]
    [TestCase("a\r\nb", "'a\\u000D\\u000Ab'")]
    [TestCase("a\u202Eb", "'a\\u202Eb'")]
    [TestCase("a\u2028b", "'a\\u2028b'")]
    [TestCase("é🚀", "'é🚀'")]
    public void Words_are_quoted_on_one_line_and_undisguised(string text, string quoted) => UserWords.Quote(text).ShouldBe(quoted);

    // An attribute cannot carry half a pair.
    [Test]
    public void Half_a_surrogate_pair_is_spelled_out()
    {
        UserWords.Quote("a\ud800").ShouldBe("'a\\uD800'");
        UserWords.Quote("\udc00a").ShouldBe("'\\uDC00a'");
    }

    [Test]
    public void The_end_of_a_long_text_is_left_out_but_no_character_is_torn()
    {
        UserWords.Quote(new string('a', 80)).ShouldBe($"'{new string('a', 80)}'");
        UserWords.Quote(new string('a', 81)).ShouldBe($"'{new string('a', 80)}…'");
        UserWords.Quote(new string('a', 79) + "🚀b").ShouldBe($"'{new string('a', 79)}🚀…'");
    }
}
