using Renderacre.Simulation.Farms;
using Renderacre.Simulation.Traces;

namespace Renderacre.Simulation.Runs;

/// <summary>A farm that broke a promise: which, when, and what led to it.</summary>
internal sealed class Finding
{
    private const int TraceLines = 40;
    private const int LastLines = 15;

    private readonly Trace _trace;
    private readonly IReadOnlyList<string> _about;

    private Finding(SimulatedFarm farm, ulong seed, Exception fault)
    {
        Seed = seed;
        Shape = farm.Shape;
        Message = fault is Violation ? fault.Message : fault.ToString();
        Checker = fault is Violation violation ? violation.Checker : fault.GetType().Name;
        _about = fault is Violation { About: var about } ? about : [];
        _trace = farm.Trace;
    }

    public ulong Seed { get; }

    public FarmShape Shape { get; }

    /// <summary>What found it.</summary>
    public string Checker { get; }

    public string Message { get; }

    /// <summary>How many things had happened.</summary>
    public long Steps => _trace.Steps;

    /// <summary>Plays a farm.</summary>
    /// <returns>What was found, or null.</returns>
    public static Finding? In(SimulatedFarm farm, ulong seed)
    {
        try
        {
            farm.Run();
            return null;
        }
        catch (Exception fault)
        {
            return new Finding(farm, seed, fault);
        }
    }

    /// <summary>Tells it, with the newest of what happened.</summary>
    public void Write(TextWriter output, bool all)
    {
        output.WriteLine($"seed {Seed} step {Steps}: {Message}");
        output.WriteLine($"shape: {Shape}");
        foreach (string line in _trace.Newest(all ? int.MaxValue : TraceLines, all ? [] : _about))
            output.WriteLine(line);
        output.WriteLine("  the last of all:");
        foreach (string line in _trace.Newest(LastLines, []))
            output.WriteLine(line);
        output.WriteLine($"replay: ./dev simulate --seed {Seed}");
    }
}
