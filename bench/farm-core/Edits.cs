using System.Diagnostics;
using System.Globalization;
using Renderacre.Contracts.Sync;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Orders;
using Renderacre.Farm.State;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Bench.FarmCore;

/// <summary>How long an edit of a job with one large step, half of it done, holds up the writer.</summary>
internal static class Edits
{
    private const int Rounds = 11;

    private static readonly AttemptResult Success = new(LeaseOutcome.Succeeded, 0, null, null, null, null, []);

    private static long Now { get; set; } = 1;

    /// <summary>Writes a table of edits of steps of several sizes.</summary>
    public static void Report()
    {
        Console.WriteLine("| edit of a step of | units | ms (median of " + Rounds + ") | slowest |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (long units in new[] { 1_000L, 100_000L, 900_000L })
        {
            Write("its name", units, plan => plan);
            Write("its name, frames in reverse", units, plan => plan, UnitOrderKind.Reverse);
            Write("one frame more in the middle", units, plan => plan with
            {
                UnitCount = units + 1,
                MadeCount = units + 1,
                Places = [new(0, units / 2), new(units, 1), new(units / 2, units - units / 2)],
            });
            Write("every 100th frame removed", units, plan => plan with
            {
                UnitCount = units - units / 100,
                MadeCount = units,
                Places = [.. Enumerable.Range(0, (int)units / 100).Select(at => new PlacedUnits(at * 100L + 1, 99))],
            });
        }
    }

    private static void Write(
        string name, long units, Func<StepPlan, StepPlan> edit, UnitOrderKind? order = null)
    {
        double[] millis = [.. Enumerable.Range(0, Rounds).Select(_ => Measure(units, edit, order))];
        Array.Sort(millis);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {units:N0} | {millis[Rounds / 2]:F2} | {millis[^1]:F2} |"));
    }

    private static double Measure(long units, Func<StepPlan, StepPlan> edit, UnitOrderKind? order)
    {
        var state = new FarmState(new FarmSettings(), FarmSnapshot.Empty, new FarmTime(Now));
        var step = new StepPlan { Name = "Render", UnitCount = units, Order = OrderOf(order, units) };
        var plan = new JobPlan { Name = "job", Steps = [step] };
        JobId job = state.Submit(Context(), plan, default).Value;
        var registration = new WorkerRegistration("w", new Dictionary<string, string>(), 1, null, null, null);
        WorkerId worker = state.Register(Context(), registration).Value;
        for (long unit = 0; unit < units / 2; unit++)
        {
            LeaseGranted lease = state.LeaseNext(Context(), worker).Value!;
            _ = state.Complete(Context(), new LeaseClaim(lease.First, worker, lease.Token), Success).Value;
        }

        state.Dispatch(Context());
        state.TakeCommit();
        JobPlan edited = plan with { Name = "other", Revision = 1, Steps = [edit(step)] };
        long start = Stopwatch.GetTimestamp();
        _ = state.Edit(Context(), job, new PlanEdit(edited, default, "edited")).Value;
        state.Dispatch(Context());
        state.TakeCommit();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static UnitOrder? OrderOf(UnitOrderKind? kind, long units) =>
        kind is { } given ? new UnitOrder { Kind = given, Length = units } : null;

    private static CommandContext Context() => new(new Principal("bench"), new FarmTime(++Now), (UInt128)(ulong)Now);
}
