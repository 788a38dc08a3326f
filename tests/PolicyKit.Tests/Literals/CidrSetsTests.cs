using FsCheck.NUnit;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace PolicyKit.Tests.Literals;

[Properties(Arbitrary = [typeof(LiteralArbitraries)])]
public sealed class CidrSetsTests
{
    [TestCase("10.0.0.0/24", "10.0.0.128/25", "10.0.0.0/25")]
    [TestCase("10.0.0.0/30", "10.0.0.1/32", "10.0.0.0/32 10.0.0.2/31")]
    [TestCase("10.0.0.0/24", "10.0.0.0/25 10.0.0.128/25", "")]
    [TestCase("10.0.0.0/24", "10.0.0.0/8", "")]
    [TestCase("10.0.0.0/24", "10.0.0.0/24", "")]
    [TestCase("10.0.0.0/24", "11.0.0.0/8 ::/0", "10.0.0.0/24")]
    [TestCase("10.0.0.0/24", "", "10.0.0.0/24")]
    [TestCase("0.0.0.0/0", "0.0.0.0/1 192.0.0.0/2", "128.0.0.0/2")]
    [TestCase("2001:db8::/63", "2001:db8:0:1::/64", "2001:db8::/64")]
    [TestCase("2001:db8::/64", "2001:db8::/65", "2001:db8:0:0:8000::/65")]
    [TestCase("2001:db8::/126", "2001:db8::3/128", "2001:db8::/127 2001:db8::2/128")]
    public void Subtraction_leaves_the_fewest_networks(string block, string others, string rest) =>
        Text(CidrBlock.Parse(block).Subtract(Read(others))).ShouldBe(rest);

    [TestCase("", "")]
    [TestCase("10.0.1.0/24 10.0.0.0/24", "10.0.0.0/23")]
    [TestCase("10.0.1.0/24 10.0.2.0/24", "10.0.1.0/24 10.0.2.0/24")]
    [TestCase("10.0.0.0/8 10.1.0.0/16 10.0.0.0/8", "10.0.0.0/8")]
    [TestCase("10.0.0.0/26 10.0.0.64/26 10.0.0.128/25", "10.0.0.0/24")]
    [TestCase("10.0.0.128/25 10.0.0.64/26 10.0.0.0/26 10.0.1.0/24", "10.0.0.0/23")]
    [TestCase("0.0.0.0/1 128.0.0.0/1 8000::/1 ::/1", "0.0.0.0/0 ::/0")]
    [TestCase("0.0.0.0/0 ::/0", "0.0.0.0/0 ::/0")]
    [TestCase("255.255.255.255/32 ::/128", "255.255.255.255/32 ::/128")]
    public void A_union_is_the_fewest_networks_sorted(string blocks, string union) => Text(CidrBlock.Merge(Read(blocks))).ShouldBe(union);

    [Test]
    public void The_internet_without_its_special_networks_counts_as_published()
    {
        var special = Read("10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 169.254.0.0/16 127.0.0.0/8 0.0.0.0/8 224.0.0.0/4 240.0.0.0/4");

        CidrBlock.Parse("0.0.0.0/0").Subtract(special).Count.ShouldBe(51);
        CidrBlock.Parse("2000::/3").Subtract(Read("2001:db8::/32")).Count.ShouldBe(29);
    }

    [Test]
    public void A_remainder_among_the_mapped_addresses_is_left_out_for_it_has_no_text()
    {
        var rest = CidrBlock.Parse("::fffc:0:0/94").Subtract(Read("::fffe:0:0/96"));

        Text(rest).ShouldBe("::fffc:0:0/95");
    }

    [Property]
    public bool A_network_is_read_back_from_its_text(CidrBlock block) => CidrBlock.Parse(block.ToString()) == block;

    [Property]
    public bool The_order_is_the_order_of_equality(CidrBlock one, CidrBlock other) =>
        (one.CompareTo(other) == 0) == (one == other) && Math.Sign(one.CompareTo(other)) == -Math.Sign(other.CompareTo(one));

    [Property]
    public bool Overlap_means_that_one_contains_the_other(CidrBlock one, CidrBlock other) =>
        one.Overlaps(other) == (one.Contains(other) || other.Contains(one)) && (!(one.Contains(other) && other.Contains(one)) || one == other);

    [Property]
    public bool Subtraction_and_what_was_taken_make_the_whole(CidrBlock block, CidrBlock[] others)
    {
        var taken = others.Where(block.Overlaps).Select(other => other.Contains(block) ? block : other);

        return CidrBlock.Merge([.. block.Subtract(others), .. taken]).Equals(CidrBlock.Merge([block]));
    }

    [Property]
    public bool What_remains_touches_nothing_that_was_taken(CidrBlock block, CidrBlock[] others) =>
        block.Subtract(others).All(rest => block.Contains(rest) && !others.Any(rest.Overlaps));

    [Property]
    public bool Results_are_the_fewest_networks(CidrBlock block, CidrBlock[] others)
    {
        var rest = block.Subtract(others);
        var union = CidrBlock.Merge(others);

        return CidrBlock.Merge(rest).Equals(rest) && CidrBlock.Merge(union).Equals(union) && others.All(other => union.Any(whole => whole.Contains(other)));
    }

    [Property]
    public bool The_order_of_a_union_makes_no_difference(CidrBlock[] blocks) =>
        CidrBlock.Merge(blocks.Reverse()).Equals(CidrBlock.Merge(blocks));

    [Property]
    public bool Subtracting_twice_is_subtracting_the_union(CidrBlock block, CidrBlock[] first, CidrBlock[] second) =>
        CidrBlock.Merge(block.Subtract(first).SelectMany(rest => rest.Subtract(second))).Equals(block.Subtract([.. first, .. second]));

    private static CidrBlock[] Read(string blocks) => [.. blocks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CidrBlock.Parse)];

    private static string Text(ValueArray<CidrBlock> blocks) => string.Join(' ', blocks);
}
