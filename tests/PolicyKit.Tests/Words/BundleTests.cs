using static PolicyKit.Dsl;
using static PolicyKit.Tests.Emitting.Emitted;

namespace PolicyKit.Tests.Words;

/// <summary>The policies of a system over its switches, and every combination of them.</summary>
public sealed class BundleTests
{
    private static readonly Bundle<Modes> Shop = Bundle.Over<Modes>(modes =>
    [
        Web.DenyIngressByDefault()
            .When(modes.HasFlag(Modes.Metrics), p => p.AllowIngress(Port.Metrics).From(Namespace("monitoring")))
            .When(modes.HasFlag(Modes.Metrics) && modes.HasFlag(Modes.Admin), p => p.AllowIngress(Port.Tcp(9000)).From(Self)),
    ]);

    [Flags]
    private enum Modes
    {
        None = 0,
        Metrics = 1,
        Admin = 4,
        Everything = Metrics | Admin,
    }

    private enum Colours
    {
        Red = 1,
    }

    [Flags]
    private enum TooMany
    {
        A = 1 << 0, B = 1 << 1, C = 1 << 2, D = 1 << 3, E = 1 << 4, F = 1 << 5, G = 1 << 6, H = 1 << 7, I = 1 << 8,
        J = 1 << 9, K = 1 << 10, L = 1 << 11, M = 1 << 12, N = 1 << 13, O = 1 << 14, P = 1 << 15, Q = 1 << 16,
    }

    [Test]
    public void A_mode_is_a_single_bit() => Shop.Modes.ShouldBe([Modes.Metrics, Modes.Admin]);

    [Test]
    public void Every_combination_is_there_once() => Shop.Combinations.ShouldBe([Modes.None, Modes.Metrics, Modes.Admin, Modes.Everything]);

    [Test]
    public void A_combination_gives_its_set()
    {
        Shop.In(Modes.None).ShouldBe([Web.DenyIngressByDefault()]);
        Shop.In(Modes.Everything).Policies.Single().Ingress!.Count.ShouldBe(2);
    }

    [Test]
    public void A_bit_that_is_no_mode_is_refused() =>
        Should.Throw<ArgumentException>(() => Shop.In((Modes)2)).Message.ShouldBe("'2' holds the bit 2, which is no mode of 'Modes'. Its modes are Metrics and Admin.");

    [Test]
    public void What_cannot_be_combined_is_refused() =>
        Should.Throw<ArgumentException>(() => Bundle.Over<Colours>(_ => [Web])).Message.ShouldBe("'Colours' has no [Flags], so its values cannot be combined. Add it, with one bit a mode.");

    [Test]
    public void More_modes_than_anybody_could_test_are_refused() =>
        Should.Throw<ArgumentException>(() => Bundle.Over<TooMany>(_ => [Web])).Message.ShouldBe("'TooMany' has 17 modes, whose combinations nobody could test. Make a bundle for each part with at most 16.");

    [Test]
    public void Its_tables_say_in_which_modes_a_row_is_there() => Shop.ToMarkdown().ShouldBe(
        """
        ### web

        For pods with `app=web` in namespace `shop`.

        | Ingress | From | Because | Selectable by label | Mode |
        | --- | --- | --- | --- | --- |
        | – | nothing |  | – | without Metrics |
        | metrics/TCP | every pod of namespace `monitoring` |  | yes | Metrics |
        | 9000/TCP | its own pods |  | yes | Metrics and Admin |

        | Egress | To | Because | Selectable by label | Mode |
        | --- | --- | --- | --- | --- |
        | – | not governed: as it was |  | – | always |

        """);

    [Test]
    public void A_raw_manifest_of_some_modes_has_its_mode_too_and_comes_after_all_policies() => Bundle
        .Over<Modes>(modes => (modes == Modes.Metrics ? [Web.DenyIngressByDefault(), Web.Named("late").DenyIngressByDefault()] : PolicySet.Of(Web.DenyIngressByDefault()))
            .When(!modes.HasFlag(Modes.Admin), set => set.WithRaw(Engine.Cilium, "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: x, namespace: shop}\nspec: {endpointSelector: {}}")))
        .ToMarkdown().ShouldEndWith(
        """
        | Raw manifest | Engine | Selects | Mode |
        | --- | --- | --- | --- |
        | CiliumNetworkPolicy shop/x | cilium | every pod in namespace `shop` | without Admin |

        """);
}
