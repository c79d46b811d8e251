namespace Renderacre.Cli;

/// <summary>What the program's exit code says to scripts.</summary>
public static class ExitCode
{
    /// <summary>Done; with <c>--wait</c>: the job succeeded.</summary>
    public const int Success = 0;

    /// <summary>The job failed, or the controller refused.</summary>
    public const int Failure = 1;

    /// <summary>A wrong command, option, value or file.</summary>
    public const int Usage = 2;

    /// <summary>No controller answers at the address.</summary>
    public const int Unreachable = 3;

    /// <summary>With <c>--wait</c>: the job was cancelled.</summary>
    public const int Cancelled = 4;

    /// <summary>Ended by Ctrl-C or SIGTERM before it was done.</summary>
    public const int Interrupted = 130;
}
