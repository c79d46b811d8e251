namespace Renderacre.Cli;

/// <summary>What the exit code says of the farm, beside the codes of <see cref="ExitCode"/>.</summary>
public static class FarmExitCode
{
    /// <summary>No controller answers at the address.</summary>
    public const int Unreachable = 3;

    /// <summary>With <c>--wait</c>: the job was cancelled.</summary>
    public const int Cancelled = 4;
}
