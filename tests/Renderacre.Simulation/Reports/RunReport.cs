using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Renderacre.Simulation.Coverage;

namespace Renderacre.Simulation.Reports;

/// <summary>What one run of the program has reached, as it is kept in a file. Reports can be added up.</summary>
internal sealed record RunReport
{
    /// <summary>The version that ran, with its commit.</summary>
    public required string Version { get; init; }

    /// <summary>The first farm's seed.</summary>
    public required ulong FirstSeed { get; init; }

    /// <summary>The newest farm's seed; up to as many as there were threads may not have come to their ends.</summary>
    public required ulong LastSeed { get; init; }

    /// <summary>How long it ran.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>What ended it, or null. The farm in question is not counted.</summary>
    public required string? Finding { get; init; }

    /// <summary>What the farms that came to their ends have reached.</summary>
    public required TallyCounts Counts { get; init; }

    /// <summary>The version of this program.</summary>
    public static string ThisVersion { get; } = typeof(RunReport).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static RunReport Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), ReportJson.Default.RunReport)
                ?? throw new FormatException($"{path} is no report: it says null");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"{path} is no report: {fault.Message}", fault);
        }
    }

    /// <summary>Writes it; a reader finds the one before or this one, and no part of it.</summary>
    public void Write(string path)
    {
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this, ReportJson.Default.RunReport));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Adds up runs of farms that differ.</summary>
    /// <exception cref="ArgumentException">Two runs have farms of the same seeds.</exception>
    public static Tally Merge(IReadOnlyList<RunReport> reports)
    {
        RunReport[] inOrder = [.. reports.OrderBy(report => report.FirstSeed)];
        foreach ((RunReport before, RunReport next) in inOrder.Zip(inOrder.Skip(1)))
        {
            if (next.FirstSeed <= before.LastSeed)
                throw new ArgumentException($"seeds of two reports overlap: {before} and {next}");
        }

        var tally = new Tally();
        foreach (RunReport report in reports)
            tally.Add(Tally.From(report.Counts));
        return tally;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Version}: seeds {FirstSeed} to {LastSeed}, {Counts.Farms} farms, "
        + $"{Counts.Requests + Counts.Reports} commands, {Took.TotalMinutes:F0} minutes, "
        + $"{(Finding is null ? "clean" : $"ended by {Finding}")}");
}
