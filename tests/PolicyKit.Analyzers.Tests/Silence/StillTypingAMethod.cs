// incomplete: names that do not exist yet, types that do not fit, a method without an end.
using static PolicyKit.Missing;

public class Draft : Unknown<Policy>
{
    private readonly Polcy _policy = Policy.ForPods(("app", "web")).AllowIngres(Port.Https).From(Namspace("a"));

    public Policy this[int at] => at switch { 0 => Policy.ForPods("app", "web"), _ => Port.TcpRange("a", 1), };

    public void Run()
    {
        var network = Cidr(10.0.0.0/8).Except(null);
        var p = Policy.ForAllPods().When(p => p.AllowEgress(Port.Any).To(Anywhere), true).ForEach(, (q, x) => q.Named(x));
        foreach (var in new[] { p }) { p = p.AllowEgress(Port.Https).To() }
        PolicySet set = [p, .. , network];
        set.Emit(Engine.Kubernetes, profile: ;
        try { _ = Fqdn() } catch (FormatException) when (
