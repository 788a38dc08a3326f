using PolicyKit.Verification.Deciding;
using PolicyKit.Verification.Reading;

namespace PolicyKit.Verification.Engines.Calico;

/// <summary>Reads the rules of one direction, and holds each as a whole to what Calico accepts.</summary>
internal sealed class CalicoRuleReader(CalicoGate gate, bool isGlobal, Direction direction)
{
    private const int MostRules = 1024;

    public ValueArray<CalicoRule> Read(Fields spec)
    {
        var section = direction == Direction.Ingress ? "ingress" : "egress";
        var rules = spec.Maps(section) ?? [];
        gate.Bound(spec, section, rules.Count, MostRules);
        return rules.Select(Rule).ToValueArray();
    }

    private CalicoRule Rule(Fields rule)
    {
        rule.Skip("metadata");
        var action = Action(rule);
        var from = Entity(rule, "source");
        var to = Entity(rule, "destination");
        var read = new CalicoRule(action, from, to, rule.Place)
        {
            Family = Family(rule),
            Protocol = CalicoProtocolReader.Protocol(rule, "protocol", gate),
            NotProtocol = CalicoProtocolReader.Protocol(rule, "notProtocol", gate),
            Icmp = CalicoProtocolReader.Icmp(rule, "icmp", gate),
            NotIcmp = CalicoProtocolReader.Icmp(rule, "notICMP", gate),
        };
        CheckHttp(rule, read);
        rule.Close();
        CalicoProtocolReader.Check(rule, read, gate);
        CheckFamilies(rule, read);
        CheckServices(rule, from, to);
        CheckDomains(rule, read);
        return read;
    }

    private Effect Action(Fields rule)
    {
        switch (rule.Text("action"))
        {
            case "Allow": return Effect.Allow;
            case "Deny": return Effect.Deny;
            case "Pass": return Effect.Pass;
            case "Log": return Effect.Continue;
            case null: gate.Refuse(rule.PlaceOf("action"), "The field 'action' is required.", "Write Allow, Deny, Pass or Log."); break;
            case var other: gate.Refuse(rule.PlaceOf("action"), $"'{Shown.Of(other)}' is not an action.", Nearest.To(other, ["Allow", "Deny", "Pass", "Log"]) is { } near ? $"Did you mean '{near}'?" : "Write Allow, Deny, Pass or Log."); break;
        }

        return Effect.Deny;
    }

    private CalicoEntity Entity(Fields rule, string key) => rule.Map(key) is { } entity ? CalicoEntityReader.Read(entity, gate, isGlobal) : CalicoEntity.Anything;

    private IpFamily? Family(Fields rule)
    {
        switch (rule.Integer("ipVersion"))
        {
            case null: return null;
            case 4: return IpFamily.V4;
            case 6: return IpFamily.V6;
            case var other:
                gate.Refuse(rule.PlaceOf("ipVersion"), FormattableString.Invariant($"{other} is not a version of IP."), "Write 4 or 6.");
                return null;
        }
    }

    /// <summary>Only Calico's application layer looks at HTTP; every other data plane lets the rule act on ports alone.</summary>
    private void CheckHttp(Fields rule, CalicoRule read)
    {
        if (rule.Map("http") is not { } http) return;
        var place = rule.PlaceOf("http");
        http.Skip("methods", "paths");
        http.Close();
        if (direction == Direction.Egress) gate.RefuseOrDoubt(place, "HTTP can only be matched on ingress.", "Take 'http' out.");
        else if (read.Action != Effect.Allow) gate.Refuse(place, "HTTP can only be matched by rules that allow.", "Take 'http' out, or write 'action: Allow'.");
        else if (read.Protocol is not (null or CalicoProtocols.Tcp)) gate.Refuse(place, "HTTP is matched beside another protocol than TCP.", "Write 'protocol: TCP'.");
        else gate.Log.NotModelled(place, "Whether HTTP is looked at depends on Calico's application layer policy; without it the rule allows the whole connection.", "Take 'http' out, and write what the ports and peers may do.");
    }

    private void CheckFamilies(Fields rule, CalicoRule read)
    {
        if (gate.IsStored) return;
        var families = read.From.Nets.Concat(read.From.NotNets).Concat(read.To.Nets).Concat(read.To.NotNets).Select(cidr => cidr.Family).Distinct().ToList();
        if (families.Count > 1) gate.Refuse(rule.Place, "The rule has networks of IPv4 and of IPv6.", "Write a rule for each.");
        else if (families.Count == 1 && read.Family is { } family && family != families[0]) gate.Refuse(rule.PlaceOf("ipVersion"), "The networks of the rule are of the other version of IP.", "Leave 'ipVersion' out.");
    }

    private void CheckServices(Fields rule, CalicoEntity from, CalicoEntity to)
    {
        var (own, key) = direction == Direction.Ingress ? (to, "destination") : (from, "source");
        if (own.Service is not null) gate.RefuseOrDoubt(rule.PlaceOf(key), "A Service stands at the policy's own end of the rule.", direction == Direction.Ingress ? "Write it as the source." : "Write it as the destination.");
        else if (to.Service is not null && (to.Ports.AreWritten || to.NotPorts.AreWritten)) gate.Refuse(rule.PlaceOf("destination"), "Ports stand beside a Service, which brings its own.", "Leave the ports out.");
    }

    private void CheckDomains(Fields rule, CalicoRule read)
    {
        if (read.From.Domains.Count > 0 || (read.To.Domains.Count > 0 && (direction == Direction.Ingress || read.Action != Effect.Allow)))
        {
            gate.RefuseOrDoubt(rule.Place, "Host names can only stand in the destination of an egress rule that allows.", "Write networks instead.");
        }
        else if (read.To.Domains.Count > 0 && (read.To.Nets.Count > 0 || read.To.Selector is not null))
        {
            gate.RefuseOrDoubt(rule.PlaceOf("destination"), "Host names stand beside networks or a selector.", "Write them as two rules.");
        }
    }
}
