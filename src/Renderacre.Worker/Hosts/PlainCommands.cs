using OpenJd.Expressions.Paths;
using OpenJd.Sessions.Actions;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Worker.Hosts;

/// <summary>Direct commands as the wire has them and as sessions take them.</summary>
internal static class PlainCommands
{
    /// <summary>
    /// A command from the wire on this machine. Nothing says which of its texts are paths, so that those are mapped
    /// which are wholly one that a rule takes: program, arguments, variables, working directory.
    /// </summary>
    /// <param name="command">The wire's command.</param>
    /// <param name="rules">Path mapping rules; none leave everything as it is.</param>
    public static PlainCommand From(CommandSpec command, IReadOnlyList<PathMappingRule> rules)
    {
        string Here(string text) => OpenJd.Expressions.Paths.PathMapping.Apply(rules, text);
        return new PlainCommand
        {
            Executable = Here(command.Executable),
            Args = [.. (command.Args ?? []).Select(Here)],
            Variables = (command.Env ?? new Dictionary<string, string>())
                .ToDictionary(variable => variable.Key, variable => Here(variable.Value)),
            WorkingDirectory = command.WorkingDir is { } folder ? Here(folder) : null,
            TimeoutSeconds = command.TimeoutSeconds,
        };
    }
}
