// Another library has the same words; a program may use both.
using Retry = Resilience.Policy;

_ = Retry.Handle<TimeoutException>().Except("10.0.0.1").Named("Not A Name");
Resilience.Port.Tcp(0);
Resilience.Net.Cidr("10.0.0.1/8").Except("192.168.0.0/16");
Retry.Handle<FormatException>().AllowEgress();
return PolicySet.Of(Policy.ForPods(("app", "web")).InNamespace("shop").DenyIngressByDefault()).Emit(Engine.Kubernetes).Print();

namespace Resilience
{
    public sealed class Policy
    {
        public static Policy Handle<T>()
            where T : Exception => new();

        public Policy Except(string text) => text.Length > 0 ? this : new();

        public Policy Named(string text) => text.Length > 0 ? this : new();

        public Policy AllowEgress() => this;
    }

    public static class Port
    {
        public static int Tcp(int number) => number;
    }

    public static class Net
    {
        public static IEnumerable<char> Cidr(string text) => text;

        public static IEnumerable<char> Except(this IEnumerable<char> text, string other) => Enumerable.Except(text, other);
    }
}
