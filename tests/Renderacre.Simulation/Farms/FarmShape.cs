using Renderacre.Farm.Fairness;
using Renderacre.Simulation.Randomness;

namespace Renderacre.Simulation.Farms;

/// <summary>How a simulated farm looks, and how much goes wrong in it.</summary>
internal sealed record FarmShape
{
    public required int SyncWorkers { get; init; }

    public required int PollWorkers { get; init; }

    public required int Liars { get; init; }

    public required int JobsAtOnce { get; init; }

    /// <summary>Commands after which it is healed.</summary>
    public required long Commands { get; init; }

    public required TimeSpan LeaseTime { get; init; }

    /// <summary>How long a task takes, about.</summary>
    public required TimeSpan TaskTime { get; init; }

    public required int LeasesAhead { get; init; }

    /// <summary>Share of messages that something happens to.</summary>
    public required double MessageFaults { get; init; }

    /// <summary>Share of commits that something happens to.</summary>
    public required double CommitFaults { get; init; }

    /// <summary>Controllers that are killed between commits, a turn.</summary>
    public required double Kills { get; init; }

    /// <summary>How long a worker works before something happens to it, about.</summary>
    public required TimeSpan WorkerPeace { get; init; }

    /// <summary>Between whom the farm is shared.</summary>
    public ShareSubject ShareBetween { get; init; } = ShareSubject.Owners;

    /// <summary>In what time use counts for half.</summary>
    public TimeSpan ShareHalfLife { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Whether the database is closed and opened again where a controller dies.</summary>
    public bool RealFile { get; init; }

    /// <summary>Whether the farm's invariants are checked after every turn.</summary>
    public bool Careful { get; init; }

    /// <summary>A shape from random numbers: many small farms, some of hundreds of workers.</summary>
    public static FarmShape From(SimulationRandom random)
    {
        int size = random.Next(20);
        (int workers, int commands) = size switch
        {
            0 => (random.Between(150, 400), 90_000),
            < 5 => (random.Between(30, 100), 45_000),
            _ => (random.Between(2, 20), 18_000),
        };
        bool calm = random.Chance(0.15);
        return new FarmShape
        {
            SyncWorkers = workers,
            PollWorkers = random.Next(1 + workers / 2),
            Liars = random.Chance(0.6) ? random.Between(1, 3) : 0,
            JobsAtOnce = random.Between(2, size == 0 ? 40 : 12),
            Commands = commands,
            LeaseTime = TimeSpan.FromSeconds(random.Pick<int>([6, 30, 120])),
            TaskTime = TimeSpan.FromSeconds(random.Pick<double>([0.05, 0.5, 3, 20])),
            LeasesAhead = random.Pick<int>([0, 1, 1, 1, 3]),
            MessageFaults = calm ? 0.002 : random.NextShare() * 0.16,
            CommitFaults = calm ? 0.001 : random.NextShare() * 0.09,
            Kills = calm ? 0.0005 : random.NextShare() * (size < 5 ? 0.008 : 0.029),
            WorkerPeace = TimeSpan.FromSeconds(calm ? 600 : random.Between(5, 100)),
            RealFile = random.Chance(0.1),
            ShareBetween = random.Pick<ShareSubject>(
                [ShareSubject.Owners, ShareSubject.Owners, ShareSubject.Projects, ShareSubject.Nobody]),
            ShareHalfLife = TimeSpan.FromMinutes(random.Pick<int>([10, 60, 1440, 1440])),
        };
    }
}
