namespace PolicyKit.Tests.Literals;

/// <summary>Every refusal of a network, to the letter.</summary>
public sealed class CidrRefusalTests
{
    private const string Example = "Write a network like '10.0.0.0/8' or '2001:db8::/32'.";

    [TestCase("", "An empty text is not a network. " + Example)]
    [TestCase("10.0.0.1", "'10.0.0.1' is an address, not a network. Did you mean '10.0.0.1/32'?")]
    [TestCase("2001:DB8::1", "'2001:DB8::1' is an address, not a network. Did you mean '2001:db8::1/128'?")]
    [TestCase("10.0.0.1/24", "'10.0.0.1/24' has bits set behind its prefix. Did you mean '10.0.0.0/24' or '10.0.0.1/32'?")]
    [TestCase("10.0.0.1/0", "'10.0.0.1/0' has bits set behind its prefix. Did you mean '0.0.0.0/0' or '10.0.0.1/32'?")]
    [TestCase("2001:db8::1/32", "'2001:db8::1/32' has bits set behind its prefix. Did you mean '2001:db8::/32' or '2001:db8::1/128'?")]
    [TestCase("2001:db8:0:0:8000::/64", "'2001:db8:0:0:8000::/64' has bits set behind its prefix. Did you mean '2001:db8::/64' or '2001:db8:0:0:8000::/128'?")]
    [TestCase("localhost", "'localhost' is not a network. " + Example)]
    [TestCase("/8", "'/8' is not a network. " + Example)]
    [TestCase("٨.0.0.0/8", "'٨.0.0.0/8' is not a network. " + Example)]
    [TestCase("0x0a.0.0.0/8", "'0x0a.0.0.0/8' is not a network. " + Example)]
    [TestCase("-10.0.0.0/8", "'-10.0.0.0/8' is not a network. " + Example)]
    [TestCase(" 10.0.0.0/8", "' 10.0.0.0/8' has blanks in it. Did you mean '10.0.0.0/8'?")]
    [TestCase("10.0.0.0 / 8\n", "'10.0.0.0 / 8\\u000A' has blanks in it. Did you mean '10.0.0.0/8'?")]
    [TestCase("10.0.0.1 ", "'10.0.0.1 ' has blanks in it. Did you mean '10.0.0.1/32'?")]
    [TestCase(" ", "' ' has blanks in it. " + Example)]
    public void A_text_that_is_no_network_is_refused_with_the_mend(string text, string message) => Refused(text, message);

    [TestCase("010.0.0.0/8", "'010.0.0.0/8' has a leading zero in '010', which some programs read as octal. Did you mean '10.0.0.0/8'?")]
    [TestCase("10.00.0.01", "'10.00.0.01' has a leading zero in '00', which some programs read as octal. Did you mean '10.0.0.1/32'?")]
    [TestCase("10.0.0.256/32", "'10.0.0.256/32' has the number '256', and the numbers of an IPv4 address end at 255. Write a number from 0 to 255 there.")]
    [TestCase("10.0.0.4294967296/32", "'10.0.0.4294967296/32' has the number '4294967296', and the numbers of an IPv4 address end at 255. Write a number from 0 to 255 there.")]
    [TestCase("10..0.0/8", "'10..0.0/8' has an empty place where a number belongs. " + Example)]
    [TestCase(".10.0.0/8", "'.10.0.0/8' has an empty place where a number belongs. " + Example)]
    [TestCase("10.0.0./8", "'10.0.0./8' has an empty place where a number belongs. " + Example)]
    [TestCase("10/8", "'10/8' is a short form, which programs read differently: an IPv4 address has four numbers. Did you mean '10.0.0.0/8'?")]
    [TestCase("192.168", "'192.168' is a short form, which programs read differently: an IPv4 address has four numbers. Did you mean '192.168.0.0/16'?")]
    [TestCase("10.1/8", "'10.1/8' is a short form, which programs read differently: an IPv4 address has four numbers. Did you mean '10.0.0.0/8' or '10.1.0.0/32'?")]
    [TestCase("10.0.0.0.0/8", "'10.0.0.0.0/8' has 5 numbers, and an IPv4 address has four. " + Example)]
    public void An_IPv4_address_is_written_one_way_only(string text, string message) => Refused(text, message);

    [TestCase("10.0.0.0/", "'10.0.0.0/' has no prefix length behind its '/'. Write a number from 0 to 32 behind the '/'.")]
    [TestCase("10.0.0.0/33", "'10.0.0.0/33' has a prefix longer than the 32 bits of its address. Write a number from 0 to 32 behind the '/'.")]
    [TestCase("10.0.0.0/99999999999", "'10.0.0.0/99999999999' has a prefix longer than the 32 bits of its address. Write a number from 0 to 32 behind the '/'.")]
    [TestCase("2001:db8::/129", "'2001:db8::/129' has a prefix longer than the 128 bits of its address. Write a number from 0 to 128 behind the '/'.")]
    [TestCase("10.0.0.0/08", "'10.0.0.0/08' has a leading zero in its prefix length. Did you mean '10.0.0.0/8'?")]
    [TestCase("10.0.0.0/099", "'10.0.0.0/099' has a leading zero in its prefix length. Write a number from 0 to 32 behind the '/'.")]
    [TestCase("0.0.0.0/00", "'0.0.0.0/00' has a leading zero in its prefix length. Did you mean '0.0.0.0/0'?")]
    [TestCase("10.0.0.0/+8", "'10.0.0.0/+8' has a prefix length that is no plain number. Write a number from 0 to 32 behind the '/'.")]
    [TestCase("10.0.0.0/-1", "'10.0.0.0/-1' has a prefix length that is no plain number. Write a number from 0 to 32 behind the '/'.")]
    [TestCase("10.0.0.0/8/8", "'10.0.0.0/8/8' has a prefix length that is no plain number. Write a number from 0 to 32 behind the '/'.")]
    [TestCase("10.0.0.0/٨", "'10.0.0.0/٨' has a prefix length that is no plain number. Write a number from 0 to 32 behind the '/'.")]
    [TestCase("10.0.0.0/255.0.0.0", "'10.0.0.0/255.0.0.0' has a netmask behind its '/', where a prefix length belongs. Did you mean '10.0.0.0/8'?")]
    [TestCase("10.0.0.0/255.0.255.0", "'10.0.0.0/255.0.255.0' has a prefix length that is no plain number. Write a number from 0 to 32 behind the '/'.")]
    [TestCase("2001:db8::/ffff::", "'2001:db8::/ffff::' has a prefix length that is no plain number. Write a number from 0 to 128 behind the '/'.")]
    public void A_prefix_length_is_a_plain_number_in_range(string text, string message) => Refused(text, message);

    [TestCase("fe80::1%eth0/64", "'fe80::1%eth0/64' has a zone id, which means nothing outside of one machine. Did you mean 'fe80::/64' or 'fe80::1/128'?")]
    [TestCase("fe80::1%eth0", "'fe80::1%eth0' has a zone id, which means nothing outside of one machine. Did you mean 'fe80::1/128'?")]
    [TestCase("::ffff:10.0.0.0/104", "'::ffff:10.0.0.0/104' is IPv4 written as IPv6, which engines read differently. Did you mean '10.0.0.0/8'?")]
    [TestCase("::ffff:a00:0/104", "'::ffff:a00:0/104' is IPv4 written as IPv6, which engines read differently. Did you mean '10.0.0.0/8'?")]
    [TestCase("0:0:0:0:0:FFFF:0a00:0001", "'0:0:0:0:0:FFFF:0a00:0001' is IPv4 written as IPv6, which engines read differently. Did you mean '10.0.0.1/32'?")]
    [TestCase("::ffff:0:0/96", "'::ffff:0:0/96' is IPv4 written as IPv6, which engines read differently. Did you mean '0.0.0.0/0'?")]
    [TestCase("::ffff:10.0.0.1/0", "'::ffff:10.0.0.1/0' is IPv4 written as IPv6, which engines read differently. Write the IPv4 network itself.")]
    [TestCase("::ffff:10.0.0.1/x", "'::ffff:10.0.0.1/x' is IPv4 written as IPv6, which engines read differently. Write a number from 0 to 128 behind the '/'.")]
    [TestCase("64:ff9b::192.0.2.0/120", "'64:ff9b::192.0.2.0/120' ends in an IPv4 address. Did you mean '64:ff9b::c000:200/120'?")]
    [TestCase("64:ff9b::192.0.2/120", "'64:ff9b::192.0.2/120' is not a network. " + Example)]
    [TestCase("2001:db8:0::/48", "'2001:db8:0::/48' is not the canonical spelling of its address, in which '::' stands for the whole of the first longest run of zero groups. Did you mean '2001:db8::/48'?")]
    [TestCase("1:0:0:2:3::4/128", "'1:0:0:2:3::4/128' is not the canonical spelling of its address, in which '::' stands for the whole of the first longest run of zero groups. Did you mean '1::2:3:0:0:4/128'?")]
    [TestCase("1:2:3:4:5:6:7::/112", "'1:2:3:4:5:6:7::/112' is not the canonical spelling of its address, in which '::' stands for the whole of the first longest run of zero groups. Did you mean '1:2:3:4:5:6:7:0/112'?")]
    [TestCase("2001::db8::/32", "'2001::db8::/32' has '::' twice, so nobody can say how many zeros each stands for. Write it once.")]
    [TestCase("2001:db8/32", "'2001:db8/32' has 2 groups, and an IPv6 address has eight. Did you mean '2001:db8::/32'?")]
    [TestCase("1:2:3:4:5:6:7:8:9/64", "'1:2:3:4:5:6:7:8:9/64' has 9 groups, and an IPv6 address has eight. " + Example)]
    [TestCase("1:2:3:4::5:6:7:8/64", "'1:2:3:4::5:6:7:8/64' has 8 groups and a '::', and an IPv6 address has eight groups with the zeros that '::' stands for. " + Example)]
    [TestCase("2001:db8:12345::/48", "'2001:db8:12345::/48' has the group '12345', and a group has at most four digits. Write groups of one to four hexadecimal digits, with ':' between them.")]
    [TestCase("2001:dg8::/32", "'2001:dg8::/32' is not a network. " + Example)]
    [TestCase(":1::/32", "':1::/32' is not a network. " + Example)]
    [TestCase("1:::/32", "'1:::/32' is not a network. " + Example)]
    [TestCase("1::2:/32", "'1::2:/32' is not a network. " + Example)]
    [TestCase(":/32", "':/32' is not a network. " + Example)]
    [TestCase("[2001:db8::]/32", "'[2001:db8::]/32' is not a network. " + Example)]
    public void An_IPv6_address_is_written_without_disguise(string text, string message) => Refused(text, message);

    [Test]
    public void A_very_long_text_is_refused_without_repeating_it()
    {
        CidrBlock.TryParse(new string('1', 1_000_000), out CidrBlock? block, out var problem).ShouldBeFalse();

        block.ShouldBeNull();
        problem.ShouldBe($"'{new string('1', 80)}…' is too long to be a network. {Example}");
    }

    [Test]
    public void A_missing_text_is_refused()
    {
        CidrBlock.TryParse(null, out CidrBlock? block).ShouldBeFalse();
        block.ShouldBeNull();
        CidrBlock.TryParse(null, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("An empty text is not a network. " + Example);
        Should.Throw<ArgumentNullException>(() => CidrBlock.Parse(null!));
    }

    private static void Refused(string text, string message)
    {
        CidrBlock.TryParse(text, out CidrBlock? block, out var problem).ShouldBeFalse();
        problem.ShouldBe(message);
        block.ShouldBeNull();
        CidrBlock.TryParse(text, out block).ShouldBeFalse();
        Should.Throw<FormatException>(() => CidrBlock.Parse(text)).Message.ShouldBe(message);
    }
}
