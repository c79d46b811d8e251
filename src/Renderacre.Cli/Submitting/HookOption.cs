using System.CommandLine;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Submitting;

/// <summary>The options that say whom a job tells of ends: its own, or those of its steps.</summary>
internal sealed class HookOption
{
    private readonly Option<string[]> _option;
    private readonly IReadOnlyList<JobHookEvent>? _on;

    private HookOption(string name, string what, IReadOnlyList<JobHookEvent>? on)
    {
        _on = on;
        _option = new Option<string[]>(name)
        {
            Description = $"A hook that the controller lets jobs name, or an address, told of {what}; may be repeated",
            HelpName = "NAME_OR_URL",
        };
    }

    /// <summary>The option of those that are told of the job's end.</summary>
    public static HookOption OfJob() => new("--hook", "the job's end", null);

    /// <summary>The option of those that are told of each step's end.</summary>
    public static HookOption OfSteps() => new("--step-hook", "the end of each step", [JobHookEvent.StepEnded]);

    /// <summary>The option itself, to be added to a command.</summary>
    public Option Option => _option;

    /// <summary>Reads what a command line says.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="before">The hooks that there are without it, or null.</param>
    /// <returns>These, and then those of the command line; null where there are none.</returns>
    public IReadOnlyList<JobHook>? Read(ParseResult parsed, IReadOnlyList<JobHook>? before) =>
        parsed.GetValue(_option) is { Length: > 0 } texts ? [.. before ?? [], .. texts.Select(Parse)] : before;

    // No hook's name has a colon and two slashes in it.
    private JobHook Parse(string text) => text.Contains("://", StringComparison.Ordinal)
        ? new JobHook { Url = text, On = _on }
        : new JobHook { Hook = text, On = _on };
}
