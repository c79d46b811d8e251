using System.Globalization;
using Renderacre.Simulation.Farms;

namespace Renderacre.Simulation;

/// <summary>What the program is told.</summary>
internal sealed record SimulateOptions
{
    /// <summary>The first farm's seed; each next farm's is one more.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How long to go on; null for one farm.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Commands after which it ends, or null.</summary>
    public long? Commands { get; init; }

    /// <summary>Farms that are played side by side.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How large farms may be.</summary>
    public ShapeCaps Caps { get; init; } = new();

    /// <summary>Cuts of a real database's log to be tried.</summary>
    public long WalCuts { get; init; }

    /// <summary>Where what was reached is kept while it runs, to be added up with others; or null.</summary>
    public string? Report { get; init; }

    /// <summary>Reports to add up; nothing is played where there are some.</summary>
    public IReadOnlyList<string> Merge { get; init; } = [];

    /// <summary>Whether a finding is told as it is, and no smaller farm is looked for.</summary>
    public bool AsFound { get; init; }

    /// <summary>Whether every command is shown, and a finding is not made smaller.</summary>
    public bool Verbose { get; init; }

    public static SimulateOptions Read(IReadOnlyList<string> words)
    {
        var options = new SimulateOptions();
        for (int at = 0; at < words.Count; at++)
        {
            string Value() => ++at < words.Count ? words[at] : throw new ArgumentException($"{words[at - 1]} what?");
            options = words[at] switch
            {
                "--seed" => options with { Seed = ulong.Parse(Value(), CultureInfo.InvariantCulture) },
                "--minutes" => options with
                {
                    Time = TimeSpan.FromMinutes(double.Parse(Value(), CultureInfo.InvariantCulture)),
                },
                "--commands" => options with { Commands = long.Parse(Value(), CultureInfo.InvariantCulture) },
                "--wal-cuts" => options with { WalCuts = long.Parse(Value(), CultureInfo.InvariantCulture) },
                "--threads" => options with { Threads = int.Parse(Value(), CultureInfo.InvariantCulture) },
                "--at-most" => options with { Caps = ShapeCaps.Read(Value()) },
                "--as-found" => options with { AsFound = true },
                "--merge" => options with { Merge = [.. words.Skip(at + 1)] },
                "--report" => options with { Report = Value() },
                "--verbose" => options with { Verbose = true },
                _ => throw new ArgumentException($"{words[at]} is not known"),
            };
            if (options.Merge.Count > 0)
                break;
        }

        return options;
    }
}
