using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;
using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Randomness;
using Renderacre.Simulation.Traces;
using Renderacre.Storage.Sqlite;

namespace Renderacre.Simulation.Storage;

/// <summary>
/// The log of a real database, cut at every frame as a machine that loses power may leave it: what is recovered is a
/// prefix of the commits, and holds every one that was whole before the cut.
/// </summary>
internal sealed class WalCuts(Tally tally, SimulationRandom random)
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const int PageBytes = 4096;
    private const int Commits = 12;

    private readonly List<(long WalBytes, long Rows)> _written = [];

    /// <summary>Writes a farm's commits, cuts their log at every frame, and looks at what each cut leaves.</summary>
    public void Run()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("renderacre-wal-");
        try
        {
            string path = Path.Combine(folder.FullName, "farm.sqlite3");
            using SqliteFarmStore store = SqliteFarmStore.Open(path);
            byte[] before = Snapshot(path, out byte[] log);
            _written.Add((log.Length, 0));
            Write(store, path);
            Snapshot(path, out log);
            for (long cut = _written[0].WalBytes; cut <= log.Length; cut += FrameHeaderBytes + PageBytes)
            {
                TryCut(folder.FullName, before, log, cut, torn: false);
                TryCut(folder.FullName, before, log, Math.Min(cut + random.Next(PageBytes), log.Length), torn: true);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Snapshot(string path, out byte[] log)
    {
        log = Read(path + "-wal");
        return Read(path);
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private void Write(SqliteFarmStore store, string path)
    {
        var farm = new FarmState(new FarmSettings(), FarmSnapshot.Empty, new FarmTime(1));
        for (int number = 0; number < Commits; number++)
        {
            var context = new CommandContext(new Principal("cuts"), new FarmTime(number + 2), random.NextBits());
            Act(farm, context, number);
            if (farm.TakeCommit() is not { } commit)
                continue;
            store.Commit(commit);
            _written.Add((new FileInfo(path + "-wal").Length, commit.Revision));
        }
    }

    // Registers, submits, and runs what can be run: every kind of row.
    private void Act(FarmState farm, CommandContext context, int number)
    {
        var registration = new WorkerRegistration($"w{number}", new Dictionary<string, string>(), 2, null, null, null);
        WorkerId worker = farm.Register(context, registration).Value;
        var step = new StepPlan { Name = "s", UnitCount = random.Between(1, 5000), MaxRetries = 1 };
        farm.Submit(context, new JobPlan { Name = "cut", Steps = [step] }, new byte[] { 1, 2, 3 });
        while (farm.LeaseNext(context, worker).Value is { } lease)
        {
            var claim = new LeaseClaim(lease.First, worker, lease.Token);
            farm.Start(context, claim);
            LeaseOutcome outcome = random.Chance(0.5) ? LeaseOutcome.Succeeded : LeaseOutcome.Failed;
            farm.Complete(context, claim, new AttemptResult(outcome, 0, null, null, null, null, []));
            if (random.Chance(0.4))
                break;
        }
    }

    private void TryCut(string folder, byte[] database, byte[] log, long cut, bool torn)
    {
        string path = Path.Combine(folder, "cut.sqlite3");
        File.WriteAllBytes(path, database);
        byte[] left = log[..(int)cut];
        if (torn && left.Length > HeaderBytes + PageBytes)
            left[^(1 + random.Next(Math.Min(64, left.Length - HeaderBytes)))] ^= 0x55;
        File.WriteAllBytes(path + "-wal", left);
        File.Delete(path + "-shm");
        tally.Fault(FaultKind.WalCut);
        long whole = _written.Where(each => each.WalBytes <= cut).Max(each => each.Rows);
        using (SqliteFarmStore store = SqliteFarmStore.Open(path))
            Check(store.Load(), whole, torn, cut);
        File.Delete(path);
        File.Delete(path + "-wal");
    }

    private static void Check(FarmSnapshot found, long whole, bool torn, long cut)
    {
        // What a torn frame takes with it is the commit that it belongs to, and what came after.
        bool holds = torn ? found.Revision <= whole : found.Revision == whole;
        if (!holds)
            throw new Violation(nameof(WalCuts), $"cut at {cut}: revision {found.Revision}, {whole} was whole");
        if (found.Workers.Count != found.Revision || found.Jobs.Any(job => job.Plan.Name != "cut"))
            throw new Violation(nameof(WalCuts), $"cut at {cut}: {found.Workers.Count} workers at {found.Revision}");
        var farm = new FarmState(new FarmSettings(), found, new FarmTime(1));
        farm.CheckInvariants();
    }
}
