using FsCheck;
using FsCheck.Fluent;
using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Tests.Sets;

internal sealed class PortSetTests
{
    [Test]
    public void Neighbours_become_one_range() => (PortSet.Of(80) | PortSet.Between(81, 90) | PortSet.Of(92)).ToString().ShouldBe("80-90, 92");

    [Test]
    public void The_ends_of_a_range_must_not_be_swapped() =>
        Should.Throw<ArgumentException>(() => PortSet.Between(2, 1)).Message.ShouldStartWith("'2-1' is not a range of ports.");

    [Test]
    public void The_complement_of_nothing_is_everything()
    {
        (~PortSet.Empty).ShouldBe(PortSet.All);
        (~PortSet.All).ShouldBe(PortSet.Empty);
    }

    [FsCheck.NUnit.Property]
    public Property The_operations_are_those_of_sets() =>
        Prop.ForAll(Arbitrary(), Arbitrary(), ArbMap.Default.ArbFor<ushort>(), (left, right, port) =>
            (left | right).Contains(port) == (left.Contains(port) || right.Contains(port)) && (~left).Contains(port) == !left.Contains(port) && (~~left).Equals(left));

    [TestCase("TCP, UDP", true, true, false)]
    [TestCase("nothing", false, false, false)]
    [TestCase("SCTP", false, false, true)]
    public void A_set_of_protocols_says_what_is_in_it(string text, bool tcp, bool udp, bool sctp)
    {
        var set = new[] { (tcp, Protocol.Tcp), (udp, Protocol.Udp), (sctp, Protocol.Sctp) }.Where(p => p.Item1).Aggregate(default(ProtocolSet), (s, p) => s | ProtocolSet.Of(p.Item2));
        set.ToString().ShouldBe(text);
        set.IsEmpty.ShouldBe(text == "nothing");
        set.Contains(Protocol.Sctp).ShouldBe(sctp);
    }

    private static Arbitrary<PortSet> Arbitrary() =>
        (from count in Gen.Choose(0, 4)
         from ends in Gen.ArrayOf(from a in Gen.Choose(0, 65535) from b in Gen.Choose(0, 65535) select (Math.Min(a, b), Math.Max(a, b)), count)
         select ends.Aggregate(PortSet.Empty, (set, e) => set | PortSet.Between((ushort)e.Item1, (ushort)e.Item2))).ToArbitrary();
}
