using System.CommandLine;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Submitting;

/// <summary>The option that says whom a job tells of its end.</summary>
internal static class HookOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string[]> Create() => new("--hook")
    {
        Description = "A hook that the controller lets jobs name, or an address, "
            + "told of the job's end; may be repeated",
        HelpName = "NAME_OR_URL",
    };

    /// <summary>Reads what a command line says.</summary>
    /// <param name="texts">The option's values, or null.</param>
    /// <param name="file">What the file says, or null.</param>
    /// <returns>The file's hooks and then those of the command line; null where there are none.</returns>
    public static IReadOnlyList<JobHook>? Read(string[]? texts, IReadOnlyList<JobHook>? file) =>
        texts is { Length: > 0 } ? [.. file ?? [], .. texts.Select(Parse)] : file;

    // No hook's name has a colon and two slashes in it.
    private static JobHook Parse(string text) => text.Contains("://", StringComparison.Ordinal)
        ? new JobHook { Url = text }
        : new JobHook { Hook = text };
}
