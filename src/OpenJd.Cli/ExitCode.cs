namespace OpenJd.Cli;

/// <summary>What a program's exit code says to scripts.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>Something was refused or failed.</summary>
    public const int Failure = 1;

    /// <summary>A wrong command, option, value or file.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl-C or SIGTERM before it was done.</summary>
    public const int Interrupted = 130;
}
