using System.Globalization;
using Renderacre.Simulation.Randomness;

namespace Renderacre.Simulation.Farms;

/// <summary>Bounds on farms' shapes, so that what breaks a promise is seen in a small one.</summary>
internal sealed record ShapeCaps
{
    public int SyncWorkers { get; init; } = int.MaxValue;

    public int PollWorkers { get; init; } = int.MaxValue;

    public int Liars { get; init; } = int.MaxValue;

    public int JobsAtOnce { get; init; } = int.MaxValue;

    /// <summary>Whether messages and commits arrive as they are sent, and nobody kills a controller.</summary>
    public bool Calm { get; init; }

    /// <summary>Whether the farm's invariants are checked after every turn.</summary>
    public bool Careful { get; init; }

    /// <summary>
    /// Reads bounds such as <c>sync=3,poll=0,liars=0,jobs=2,calm,careful</c>; what is left out is not bounded.
    /// </summary>
    /// <exception cref="ArgumentException">A word is not known.</exception>
    public static ShapeCaps Read(string text)
    {
        var caps = new ShapeCaps();
        foreach (string word in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = word.Split('=');
            int Count() => int.Parse(parts[1], CultureInfo.InvariantCulture);
            caps = (parts[0], parts.Length) switch
            {
                ("sync", 2) => caps with { SyncWorkers = Count() },
                ("poll", 2) => caps with { PollWorkers = Count() },
                ("liars", 2) => caps with { Liars = Count() },
                ("jobs", 2) => caps with { JobsAtOnce = Count() },
                ("calm", 1) => caps with { Calm = true },
                ("careful", 1) => caps with { Careful = true },
                _ => throw new ArgumentException($"{word} is not known; sync, poll, liars, jobs =N, calm or careful"),
            };
        }

        return caps;
    }

    /// <summary>The bounds that a shape keeps to.</summary>
    public static ShapeCaps Of(FarmShape shape) => new()
    {
        SyncWorkers = shape.SyncWorkers,
        PollWorkers = shape.PollWorkers,
        Liars = shape.Liars,
        JobsAtOnce = shape.JobsAtOnce,
        Calm = shape is { MessageFaults: 0, CommitFaults: 0, Kills: 0 },
        Careful = shape.Careful,
    };

    /// <summary>A shape from random numbers, made as small as the bounds want it.</summary>
    public FarmShape Shape(SimulationRandom random)
    {
        FarmShape shape = FarmShape.From(random);
        return shape with
        {
            SyncWorkers = Math.Min(shape.SyncWorkers, SyncWorkers),
            PollWorkers = Math.Min(shape.PollWorkers, PollWorkers),
            Liars = Math.Min(shape.Liars, Liars),
            JobsAtOnce = Math.Min(shape.JobsAtOnce, JobsAtOnce),
            MessageFaults = Calm ? 0 : shape.MessageFaults,
            CommitFaults = Calm ? 0 : shape.CommitFaults,
            Kills = Calm ? 0 : shape.Kills,
            Careful = Careful,
        };
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        List<string> words = [];
        Add("sync", SyncWorkers);
        Add("poll", PollWorkers);
        Add("liars", Liars);
        Add("jobs", JobsAtOnce);
        if (Calm)
            words.Add("calm");
        if (Careful)
            words.Add("careful");
        return string.Join(',', words);

        void Add(string name, int most)
        {
            if (most < int.MaxValue)
                words.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={most}"));
        }
    }
}
