// Tests of one's own policies: some of them want the library to refuse.
public sealed class WebPolicyTests
{
    public void The_office_reaches_the_console() => Check.That(Web().Ingress!.Count == 1);

    public void A_bare_address_is_refused()
    {
        Check.Throws<FormatException>(() => Cidr("10.0.0.1"));
        Check.Throws<FormatException>(() => { Policy.ForAllPods().Named("Web"); });
        var problem = Check.Throws<FormatException>(() => Policy.ForPods(("my app", "web")).AllowIngress(Port.Tcp(0)).From(Self));
        Check.That(problem.Message.Length > 0);
    }

    public void A_range_that_ends_before_it_begins_is_refused()
    {
        Action act = () => Port.TcpRange(9000, 8000);
        Check.Throws(act);
        Func<EgressPeer> host = () => Fqdn("localhost");
        Check.That(host is not null);
    }

    public void A_name_is_asked_for_until_it_is_legal()
    {
        try
        {
            Console.Write(Namespace("Shop"));
        }
        catch (FormatException problem)
        {
            Console.Write(problem.Message);
        }
    }

    private static Policy Web() => Policy.ForPods(("app", "web")).AllowIngress(Port.Https).From(Cidr("198.51.100.0/24"));
}

internal static class Check
{
    public static void That(bool holds) => _ = holds ? 0 : throw new InvalidOperationException();

    public static T Throws<T>(Func<object> act)
        where T : Exception => act() as T ?? throw new InvalidOperationException();

    public static T Throws<T>(Action act)
        where T : Exception => Throws<T>(() => act.Method);

    public static void Throws(Action act) => act();
}
