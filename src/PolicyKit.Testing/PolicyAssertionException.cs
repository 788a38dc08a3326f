namespace PolicyKit.Testing;

/// <summary>An assertion about policies failed; the message is what a person needs to mend it.</summary>
/// <remarks>It belongs to no test framework: NUnit, xUnit and MSTest report its message and the line of the test.</remarks>
public sealed class PolicyAssertionException : Exception, IAssertionException
{
    internal PolicyAssertionException(string message)
        : base(message)
    {
    }
}

/// <summary>xUnit v3 calls a test failed, and not broken, when the exception has an interface of this name.</summary>
internal interface IAssertionException;
