using OpenJd.Sessions.Actions;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Worker.Hosts;

/// <summary>Direct commands as the wire has them and as sessions take them.</summary>
internal static class PlainCommands
{
    /// <summary>A command from the wire.</summary>
    /// <param name="command">The wire's command.</param>
    public static PlainCommand From(CommandSpec command) => new()
    {
        Executable = command.Executable,
        Args = command.Args ?? [],
        Variables = command.Env ?? new Dictionary<string, string>(),
        WorkingDirectory = command.WorkingDir,
        TimeoutSeconds = command.TimeoutSeconds,
    };
}
