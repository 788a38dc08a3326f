// Types of the same names from another library are nobody's business.
namespace Retries
{
    internal sealed class Policy
    {
        internal static Policy Handle() => new();

        internal Policy Named(string name) => this;

        internal Policy AllowEgress(int times) => this;
    }

    internal static class Use
    {
        internal static void Run()
        {
            Policy.Handle().Named("Not a name!").AllowEgress(0);
            Policy.Handle();
        }
    }
}
