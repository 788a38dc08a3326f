using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

public sealed class HostileYamlTests
{
    private static readonly (string Text, string Words)[] Malformed =
    [
        ("a: \"x", "line 1, column 4: error PK5001: The quotation mark that opens here is not closed. Close it."),
        ("a: 'x\nb: 1", "line 1, column 4: error PK5001: The quotation mark that opens here is not closed. Close it."),
        ("a: \"\\q\"", "line 1, column 4: error PK5001: The backslash is followed by a character that makes no escape. Write '\\\\' for a backslash, or use single quotes."),
        ("a: \"\\u12\"", "line 1, column 4: error PK5001: The escape needs more hexadecimal digits. Write \\x with two, \\u with four or \\U with eight of them."),
        ("a: \"\\ud83d\"", "line 1, column 4: error PK5001: The escape is not a Unicode character. Write the character itself, or its code behind \\U in eight digits."),
        ("a: \"\\ud83d\\ud83d\"", "line 1, column 1: error PK5001: The YAML cannot be read on from here. Look at the text behind this place, and at its escapes."),
        ("\ta: 1", "line 1, column 1: error PK5001: A tab stands in the indentation. Indent with spaces."),
        ("a:\n\tb: 1", "line 2, column 1: error PK5001: A tab stands in the indentation. Indent with spaces."),
        ("a:\n  b: 1\n \tc: 2", "line 3, column 2: error PK5001: A tab stands in the indentation. Indent with spaces."),
        ("a: |\n\tx", "line 2, column 1: error PK5001: A tab stands in the indentation. Indent with spaces."),
        ("[1, 2", "line 1, column 6: error PK5001: The list in brackets that opens at line 1, column 1 is not closed, or a comma is missing. Close it with ']' or separate its items with ','."),
        ("{a: 1", "line 1, column 6: error PK5001: The map in braces that opens at line 1, column 1 is not closed, or a comma is missing. Close it with '}' or separate its keys with ','."),
        ("a: {b: c}}", "line 1, column 10: error PK5001: The bracket closes nothing. Remove it, or quote the text that it belongs to."),
        ("a: ]", "line 1, column 4: error PK5001: The bracket closes nothing. Remove it, or quote the text that it belongs to."),
        ("a: @x", "line 1, column 4: error PK5001: No text without quotes can start with this character. Quote the text."),
        ("a: b: c", "line 1, column 5: error PK5001: A ':' stands where no key can stand before it. Quote the text if the ':' belongs to it, or mend the indentation."),
        ("a: 1\nfoo", "line 2, column 1: error PK5001: The line is no key of the map that it stands in. Write 'key: value', indented like the keys it belongs to."),
        ("a: 1\nfoo\n", "line 2, column 1: error PK5001: The line is no key of the map that it stands in. Write 'key: value', indented like the keys it belongs to."),
        ("- a\nb: 1", "line 2, column 1: error PK5001: The line is no item of the list that it stands in. Write '- item', indented like the items it belongs to."),
        ("a: |\n   b\n  c", "line 3, column 3: error PK5001: The line is no key of the map that it stands in. Write 'key: value', indented like the keys it belongs to."),
        ("a: - b", "line 1, column 4: error PK5001: A '- ' stands where no list item can stand. Put the list on a line of its own, and quote the text if it is not a list."),
        ("a: |x\n  b", "line 1, column 4: error PK5001: The block of text behind '|' or '>' is not well formed. Write its first line on the next line, indented by spaces."),
        ("a: &", "line 1, column 4: error PK5001: The anchor or alias is not well formed. Write '&name' or '*name', or quote the text if it is neither."),
        ("a: !<x y", "line 1, column 4: error PK5001: The tag is not well formed. Remove the tag, or quote the text if it is not a tag."),
        ("a: ,", "line 1, column 4: error PK5001: The YAML cannot be read on from here. Look at this line and the one above it."),
        ("# c\n%YAML 1.2\na: 1", "line 2, column 1: error PK5001: A line that starts with '%' is a directive, which manifests do not have. Remove the line."),
        ("a: *x", "line 1, column 4: error PK5001: There is no anchor '&x' before the alias '*x'. Define the anchor first, or quote the text if it is not an alias."),
        ("a: &x [*x]", "line 1, column 8: error PK5001: The alias '*x' stands inside what it is an alias of. Write the text out."),
        ("*a : 1", "line 1, column 1: error PK5001: The alias '*a' stands where a key belongs. Write the key out."),
        ("&a b: 1", "line 1, column 1: error PK5001: The anchor '&a' stands before a key. Put it before the value, behind the ':'."),
        ("a: !!binary aGk=", "line 1, column 4: error PK5001: The tag 'tag:yaml.org,2002:binary' is not part of a manifest. Remove the tag, and quote the value if it is text."),
        ("a: !x [b]", "line 1, column 4: error PK5001: The tag '!x' is not part of a manifest. Remove the tag, and quote the value if it is text."),
        ("? [a]\n: b", "line 1, column 3: error PK5001: A list stands where a key belongs. Quote the key if its brackets are meant as text."),
        ("{{a: b}: c}", "line 1, column 2: error PK5001: A map stands where a key belongs. Quote the key if its brackets are meant as text."),
        (": b", "line 1, column 1: error PK5001: The key before the ':' is missing. Write the key, or quote the text if the ':' belongs to it."),
        ("a: 1\nb: 2\na: 3", "line 3, column 1: error PK5001: The key 'a' stands twice in one map: here and at line 1, column 1. Remove one of the two."),
        ("{\"a\": 1,\n \"a\": 2}", "line 2, column 2: error PK5001: The key 'a' stands twice in one map: here and at line 1, column 2. Remove one of the two."),
        ("a: 1\n...\nb: 2", "line 3, column 1: error PK5001: A second document stands behind the line '...'. Begin it with a line '---': kubectl drops this one."),
        ("--- {a: 1}", "line 1, column 1: error PK5001: The line '---' also holds '{a: 1}'. Begin the document on the next line: kubectl refuses this one."),
        ("a: 1\n---b: 2", "line 2, column 1: error PK5001: The line '---' also holds 'b: 2'. Begin the document on the next line: kubectl refuses this one."),
        ("a: \0b", "line 1, column 4: error PK5001: The character U+0000 may not stand in YAML. Save the file as UTF-8."),
        ("a: 1 # \u2028b: 2", "line 1, column 8: error PK5001: The character U+2028 may not stand in YAML. Remove it, or write \\u2028 between double quotes."),
        ("a: 1\r\nb: \U0001F600\u0085c", "line 2, column 6: error PK5001: The character U+0085 may not stand in YAML. Remove it, or write \\u0085 between double quotes."),
        ("a: b\uFEFF", "line 1, column 5: error PK5001: The character U+FEFF may not stand in YAML. Remove it, or write \\ufeff between double quotes."),
        ("a: b\uD83D", "line 1, column 5: error PK5001: The character U+D83D may not stand in YAML. Save the file as UTF-8."),
    ];

    [Test]
    public void Every_malformed_text_is_refused_in_words_that_name_the_place_and_the_mend([Range(0, 44)] int index)
    {
        var (text, words) = Malformed[index];

        var read = ManifestReader.ReadNode(text);

        read.Node.ShouldBeNull();
        read.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(words);
    }

    [Test]
    public void The_table_has_no_row_without_a_test() => Malformed.Length.ShouldBe(45);
}
