using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Submitting;

/// <summary>The option that says in which order tasks are given out.</summary>
internal static class FrameOrderOption
{
    private const string Forms = "forward, reverse, middle-out, every:N or first:FRAMES";

    /// <summary>Makes the option.</summary>
    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--frame-order")
        {
            Description = $"Order of a step's frames: {Forms}; of all steps where none is named; may be repeated",
            HelpName = "[STEP=]ORDER[@PARAMETER]",
        };
        option.Validators.Add(Check);
        return option;
    }

    /// <summary>Reads what a command line says.</summary>
    /// <param name="texts">The option's values, checked; or null.</param>
    /// <param name="file">What the file says, or null.</param>
    /// <returns>The orders: those of the command line where there are some.</returns>
    public static IReadOnlyList<FrameOrder>? Read(string[]? texts, IReadOnlyList<FrameOrder>? file) =>
        texts is { Length: > 0 } ? [.. texts.Select(text => Parse(text)!)] : file; // Checked: each is one.

    /// <summary>Orders as the option spells them, for people; null where there are none.</summary>
    public static string? Tell(IReadOnlyList<FrameOrder>? orders) =>
        orders is null ? null : string.Join(", ", orders.Select(Tell));

    private static string Tell(FrameOrder order)
    {
        var words = order.Order switch
        {
            FrameOrderKind.Forward => "forward",
            FrameOrderKind.Reverse => "reverse",
            FrameOrderKind.Every => string.Create(CultureInfo.InvariantCulture, $"every:{order.Every}"),
            FrameOrderKind.MiddleOut => "middle-out",
            FrameOrderKind.First => $"first:{order.Frames}",
        };
        var step = order.Step is null ? "" : $"{order.Step}=";
        return $"{step}{words}{(order.Parameter is null ? "" : $"@{order.Parameter}")}";
    }

    private static void Check(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => Parse(token.Value) is null))
            result.AddError($"--frame-order '{token.Value}' is none of {Forms}");
    }

    private static FrameOrder? Parse(string text)
    {
        var (rest, parameter) = text.LastIndexOf('@') is >= 0 and var at
            ? (text[..at], text[(at + 1)..])
            : (text, null);
        var (step, words) = rest.LastIndexOf('=') is >= 0 and var equals
            ? (rest[..equals], rest[(equals + 1)..])
            : (null, rest);
        var parts = words.Split(':', 2);
        var order = (parts[0], parts.Length) switch
        {
            ("forward", 1) => new FrameOrder { Order = FrameOrderKind.Forward },
            ("reverse", 1) => new FrameOrder { Order = FrameOrderKind.Reverse },
            ("middle-out", 1) => new FrameOrder { Order = FrameOrderKind.MiddleOut },
            ("first", 2) => new FrameOrder { Order = FrameOrderKind.First, Frames = parts[1] },
            ("every", 2) when long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var every) =>
                new FrameOrder { Order = FrameOrderKind.Every, Every = every },
            _ => null,
        };
        return order is null ? null : order with { Step = step, Parameter = parameter };
    }
}
