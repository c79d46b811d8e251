using System.CommandLine;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Submitting;

/// <summary>The option that gives a job's steps other frames.</summary>
internal static class FramesOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string[]> Create() => new("--frames")
    {
        Description = "All frames that a step is to have, such as 1-120,130; of all steps where none is named, which "
            + "have to have the same; may be repeated",
        HelpName = "[STEP=]RANGE[@PARAMETER]",
    };

    /// <summary>Reads what a command line says.</summary>
    /// <param name="texts">The option's values, or null.</param>
    public static IReadOnlyList<FrameEdit>? Read(string[]? texts) =>
        texts is { Length: > 0 } ? [.. texts.Select(Parse)] : null;

    private static FrameEdit Parse(string text)
    {
        var (rest, parameter) = text.LastIndexOf('@') is >= 0 and var at
            ? (text[..at], text[(at + 1)..])
            : (text, null);
        return rest.LastIndexOf('=') is >= 0 and var equals
            ? new FrameEdit { Step = rest[..equals], Range = rest[(equals + 1)..], Parameter = parameter }
            : new FrameEdit { Range = rest, Parameter = parameter };
    }
}
