using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Tests.Sets;

internal sealed class IpSetTests
{
    [TestCase("10.0.0.0/8", "10.255.255.255", true)]
    [TestCase("10.0.0.0/8", "11.0.0.0", false)]
    [TestCase("10.0.0.5/8", "10.9.9.9", true)]
    [TestCase("0.0.0.0/0", "255.255.255.255", true)]
    [TestCase("0.0.0.0/0", "::1", false)]
    [TestCase("::/0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true)]
    [TestCase("::/0", "1.2.3.4", false)]
    [TestCase("fd00::/8", "fdff::1", true)]
    [TestCase("fd00::/8", "fe00::1", false)]
    [TestCase("::ffff:10.0.0.0/104", "10.1.2.3", true)]
    public void A_network_holds_exactly_its_addresses(string network, string address, bool inside) =>
        IpSet.Parse(network).Contains(IpAddress.Parse(address)).ShouldBe(inside);

    [TestCase("10.0.0.0/8", "10.0.0.0/9", "10.128.0.0/9")]
    [TestCase("10.0.0.0/8", "0.0.0.0/0", "nothing")]
    [TestCase("10.0.0.0/30", "10.0.0.1/32", "10.0.0.0/32, 10.0.0.2/31")]
    [TestCase("10.0.0.0/24", "fd00::/8", "10.0.0.0/24")]
    [TestCase("10.0.0.0/29", "10.0.0.6/31", "10.0.0.0-10.0.0.5")]
    [TestCase("::/0", "::/1", "8000::/1")]
    public void A_difference_is_canonical(string set, string hole, string rest) => (IpSet.Parse(set) - IpSet.Parse(hole)).ToString().ShouldBe(rest);

    [Test]
    public void Halves_unite_to_the_whole() => (IpSet.Parse("10.0.0.0/9") | IpSet.Parse("10.128.0.0/9")).ShouldBe(IpSet.Parse("10.0.0.0/8"));

    [TestCase("10.0.0.0")]
    [TestCase("10.0.0.0/33")]
    [TestCase("010.0.0.0/8")]
    [TestCase("10.0.0.0/08")]
    [TestCase("10.0.0/8")]
    [TestCase("10.0.0.0.0/8")]
    [TestCase("256.0.0.0/8")]
    [TestCase("fd00::/129")]
    [TestCase("fd00::%eth0/64")]
    [TestCase("::ffff:0:0/80")]
    [TestCase("/8")]
    [TestCase("10.0.0.0/")]
    [TestCase("10.0.0.0/-1")]
    [TestCase("")]
    public void What_is_no_network_is_refused_with_the_text(string text) =>
        Should.Throw<FormatException>(() => IpSet.Parse(text)).Message.ShouldBe($"'{text}' is not a network such as 10.0.0.0/8.");

    [TestCase("10.0.0.1", "10.0.0.1")]
    [TestCase("FD00::0:1", "fd00::1")]
    [TestCase("::ffff:1.2.3.4", "1.2.3.4")]
    public void An_address_is_printed_in_its_usual_spelling(string text, string printed) => IpAddress.Parse(text).ToString().ShouldBe(printed);

    [FsCheck.NUnit.Property]
    public Property The_operations_are_those_of_sets() =>
        Prop.ForAll(Arbitrary(), Arbitrary(), Addresses(), (left, right, address) =>
            (left | right).Contains(address) == (left.Contains(address) || right.Contains(address))
            && (left & right).Contains(address) == (left.Contains(address) && right.Contains(address))
            && (left - right).Contains(address) == (left.Contains(address) && !right.Contains(address)));

    [FsCheck.NUnit.Property]
    public Property Equal_members_are_equal_sets() =>
        Prop.ForAll(Arbitrary(), Arbitrary(), (left, right) => ((left - right) | (left & right)).Equals(left) && (left | right).Equals(right | left));

    /// <summary>Small networks in a small place, so that they meet.</summary>
    private static Arbitrary<IpSet> Arbitrary() =>
        (from count in Gen.Choose(0, 4)
         from parts in Gen.ArrayOf(from host in Gen.Choose(0, 31) from bits in Gen.Choose(27, 32) from six in Gen.Choose(0, 1) select (host, bits, six), count)
         select parts.Aggregate(IpSet.Empty, (set, part) => set | IpSet.Parse(part.six == 0 ? $"10.0.0.{part.host}/{part.bits}" : $"fd00::{part.host:x}/{part.bits + 96}"))).ToArbitrary();

    private static Arbitrary<IpAddress> Addresses() =>
        (from host in Gen.Choose(0, 33) from six in Gen.Choose(0, 1) select IpAddress.Parse(six == 0 ? $"10.0.0.{host}" : $"fd00::{host:x}")).ToArbitrary();
}
