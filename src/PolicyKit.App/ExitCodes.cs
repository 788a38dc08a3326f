namespace PolicyKit.App;

/// <summary>What the exit code says; the README and every help text list the same numbers.</summary>
internal static class ExitCodes
{
    /// <summary>Fine.</summary>
    public const int Fine = 0;

    /// <summary>Findings, or not as expected.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The folder is not what the program would write.</summary>
    public const int OutOfDate = 3;

    /// <summary>Something that was given cannot be read.</summary>
    public const int BadInput = 4;

    /// <summary>A fault of PolicyKit.</summary>
    public const int OurFault = 70;
}
