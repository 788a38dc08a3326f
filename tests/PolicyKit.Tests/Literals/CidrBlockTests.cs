using System.Globalization;

namespace PolicyKit.Tests.Literals;

public sealed class CidrBlockTests
{
    [TestCase("0.0.0.0/0")]
    [TestCase("10.0.0.0/8")]
    [TestCase("255.255.255.255/32")]
    [TestCase("128.0.0.0/1")]
    [TestCase("::/0")]
    [TestCase("::/128")]
    [TestCase("::1/128")]
    [TestCase("2000::/3")]
    [TestCase("2001:db8::/32")]
    [TestCase("2001:db8:0:1::/64")]
    [TestCase("1:2:3:4:5:6:7:8/128")]
    [TestCase("1:0:0:2::/128")]
    [TestCase("2001:db8::1:0:0:1/128")]
    [TestCase("1:0:2:3:4:5:6:7/128")]
    [TestCase("64:ff9b::/96")]
    [TestCase("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128")]
    public void A_canonical_network_is_read_and_written_as_it_stands(string text) => CidrBlock.Parse(text).ToString().ShouldBe(text);

    [TestCase("2001:DB8::/32", "2001:db8::/32")]
    [TestCase("2001:0db8:0000:0000:0000:0000:0000:0000/32", "2001:db8::/32")]
    [TestCase("2001:db8:0:0:0:0:0:0/32", "2001:db8::/32")]
    [TestCase("2001:0db8::/32", "2001:db8::/32")]
    [TestCase("1:0:0:2:0:0:0:3/128", "1:0:0:2::3/128")]
    [TestCase("1:0:0:2:3:0:0:4/128", "1::2:3:0:0:4/128")]
    [TestCase("0:0:0:0:0:0:0:0/0", "::/0")]
    public void Upper_case_and_groups_in_full_are_read_and_written_canonically(string text, string canonical) =>
        CidrBlock.Parse(text).ToString().ShouldBe(canonical);

    [Test]
    public void A_network_knows_its_family_and_prefix_length()
    {
        var v4 = CidrBlock.Parse("192.0.2.128/25");
        (v4.Family, v4.PrefixLength, v4.IsSingleAddress).ShouldBe((IpFamily.V4, 25, false));
        (v4.High, v4.Low).ShouldBe((0xc000_0280_0000_0000UL, 0UL));

        var v6 = CidrBlock.Parse("2001:db8::ff/128");
        (v6.Family, v6.PrefixLength, v6.IsSingleAddress).ShouldBe((IpFamily.V6, 128, true));
        (v6.High, v6.Low).ShouldBe((0x2001_0db8_0000_0000UL, 0xffUL));

        CidrBlock.Parse("192.0.2.1/32").IsSingleAddress.ShouldBeTrue();
        CidrBlock.Parse("2001:db8::/32").IsSingleAddress.ShouldBeFalse();
    }

    [TestCase("10.0.0.0/8", "10.0.0.0/8", true, true)]
    [TestCase("10.0.0.0/8", "10.255.255.255/32", true, true)]
    [TestCase("10.0.0.0/8", "11.0.0.0/32", false, false)]
    [TestCase("10.0.0.0/9", "10.0.0.0/8", false, true)]
    [TestCase("0.0.0.0/0", "255.255.255.255/32", true, true)]
    [TestCase("0.0.0.0/0", "::/0", false, false)]
    [TestCase("::/0", "0.0.0.0/0", false, false)]
    [TestCase("::/0", "0.0.0.0/32", false, false)]
    [TestCase("2001:db8::/64", "2001:db8::ffff:0:0:1/128", true, true)]
    [TestCase("2001:db8::/64", "2001:db8:0:1::/64", false, false)]
    [TestCase("2001:db8::/65", "2001:db8:0:0:8000::/65", false, false)]
    [TestCase("2001:db8::/63", "2001:db8:0:1::/64", true, true)]
    public void Containment_and_overlap_go_by_addresses_of_one_family(string one, string other, bool contains, bool overlaps)
    {
        CidrBlock.Parse(one).Contains(CidrBlock.Parse(other)).ShouldBe(contains);
        CidrBlock.Parse(one).Overlaps(CidrBlock.Parse(other)).ShouldBe(overlaps);
        CidrBlock.Parse(other).Overlaps(CidrBlock.Parse(one)).ShouldBe(overlaps);
    }

    [Test]
    public void Equal_networks_are_equal_however_they_were_written()
    {
        var one = CidrBlock.Parse("2001:db8::/32");
        var same = CidrBlock.Parse("2001:0DB8:0:0:0:0:0:0/32");

        (one == same).ShouldBeTrue();
        (one != same).ShouldBeFalse();
        one.Equals((object)same).ShouldBeTrue();
        one.GetHashCode().ShouldBe(same.GetHashCode());
    }

    [TestCase("10.0.0.0/8", "10.0.0.0/9")]
    [TestCase("10.0.0.0/8", "11.0.0.0/8")]
    [TestCase("0.0.0.0/0", "::/0")]
    [TestCase("2001:db8::/128", "2001:db8::1/128")]
    public void Different_networks_differ(string one, string other)
    {
        (CidrBlock.Parse(one) == CidrBlock.Parse(other)).ShouldBeFalse();
        (CidrBlock.Parse(one) != CidrBlock.Parse(other)).ShouldBeTrue();
    }

    [Test]
    public void Nothing_equals_no_network()
    {
        var block = CidrBlock.Parse("10.0.0.0/8");
        CidrBlock? none = null;

        (block == none).ShouldBeFalse();
        (none == block).ShouldBeFalse();
        (none == null).ShouldBeTrue();
        block.Equals("10.0.0.0/8").ShouldBeFalse();
        block.CompareTo(null).ShouldBe(1);
    }

    [Test]
    public void Networks_sort_by_family_address_and_prefix_length()
    {
        string[] sorted = ["0.0.0.0/0", "9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/16", "200.0.0.0/8", "::/0", "::1/128", "2001:db8::/32", "2001:db8::/48", "2001:db8::1/128"];

        sorted.Reverse().Select(CidrBlock.Parse).Order().Select(block => block.ToString()).ShouldBe(sorted);
    }

    [TestCase("sv-SE")]
    [TestCase("ar-SA")]
    [TestCase("fa-IR")]
    [TestCase("tr-TR")]
    public void The_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new(culture);
        try
        {
            CidrBlock.Parse("2001:DB8:A1::/48").ToString().ShouldBe("2001:db8:a1::/48");
            CidrBlock.Parse("192.168.16.0/20").ToString().ShouldBe("192.168.16.0/20");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Generic_code_reads_networks_as_every_other_parsable_type()
    {
        Read<CidrBlock>("10.0.0.0/8").ShouldBe(CidrBlock.Parse("10.0.0.0/8"));
        TryRead<CidrBlock>("10.0.0.1/8").ShouldBeNull();
    }

    private static T Read<T>(string text) where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);

    private static T? TryRead<T>(string text) where T : class, IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out var result) ? result : null;
}
