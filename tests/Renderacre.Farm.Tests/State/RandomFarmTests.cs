using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.State;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Tests.State;

/// <summary>
/// Farms on which everything happens in an order made from a seed: lost answers, restarts, silence, people's commands.
/// The harness checks the books after each step.
/// </summary>
public sealed class RandomFarmTests
{
    private const int StepsPerFarm = 200;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_happens_every_job_ends_and_no_unit_succeeds_twice(int seed)
    {
        var farm = new RandomFarm(seed);
        for (int step = 0; step < StepsPerFarm; step++)
            farm.Step();
        farm.Drain();
        farm.CheckEnds();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_farm_made_from_what_was_committed_makes_the_same_next_decisions(int seed)
    {
        var farm = new RandomFarm(seed);
        for (int step = 0; step < StepsPerFarm; step++)
        {
            farm.Step();
            if (step % 10 == 0)
                farm.CompareNextLeases();
        }
    }

    private sealed class RandomFarm
    {
        private static readonly FarmSettings Settings =
            new() { LeasesAhead = 1, ShareHalfLife = TimeSpan.FromMinutes(5) };

        private static readonly string[] Limits = ["licence", "seat", "amount.Tokens"];

        private static readonly LimitSource Source = new() { Hook = "seats", CountsFarm = true };

        private readonly Random _random;

        private readonly FarmHarness _farm = new(Settings);
        private readonly List<JobId> _jobs = [];
        private readonly List<WorkerId> _pollers = [];
        private readonly List<SyncWorker> _syncers = [];
        private readonly List<LeaseGranted> _held = [];
        private int _number;

        public RandomFarm(int seed)
        {
            _random = new Random(seed);
            _farm.DefineLimit("licence", 2);
            ChangeLimit("seat");
            ChangeLimit("amount.Tokens");
            for (int worker = 0; worker < 3; worker++)
            {
                _pollers.Add(_farm.Register(1 + worker, ("app", worker % 2 == 0 ? "maya" : "blender")));
                _syncers.Add(_farm.RegisterSync(Syncing(worker)));
            }
        }

        public void Step()
        {
            Action[] steps =
            [
                Submit, Poll, Poll, Poll, Report, Report, Report, Sync, Sync, Sync, Sync, Sync,
                ActOnJob, ActOnUnit, EditTasks, _farm.Rebuild, Wait,
                () => ChangeLimit(Limits[_random.Next(Limits.Length)]),
            ];
            steps[_random.Next(steps.Length)]();
        }

        public void Drain()
        {
            foreach (string limit in Limits)
                _farm.DefineLimit(new LimitDefine { Name = limit, MaxCount = 5, Headroom = 0, Source = new() });
            foreach (JobId job in _jobs.Where(_farm.State.Holds))
                _farm.State.Resume(_farm.Context, job);
            // By then every job may have started.
            _farm.Advance(60);
            for (int round = 0; round < 400; round++)
            {
                foreach (WorkerId worker in _pollers)
                {
                    while (_farm.Lease(worker) is { } lease)
                        _held.Add(lease);
                }

                foreach (LeaseGranted lease in _held.ToList())
                    Finish(lease, 0);
                foreach (SyncWorker worker in _syncers)
                    Work(worker, false);
            }

            _farm.Advance(500);
            _farm.EndBatch();
        }

        public void CheckEnds()
        {
            Assert.All(_farm.Store.Successes.Values, count => Assert.Equal(1, count));
            Assert.All(_jobs, job => Assert.True(
                _farm.StateOf(job) is JobState.Succeeded or JobState.Failed or JobState.Cancelled));
            Assert.Equal(0, _farm.State.JobCount);
        }

        public void CompareNextLeases()
        {
            FarmSnapshot snapshot = _farm.Store.Snapshot();
            var rebuilt = new FarmState(Settings, snapshot, _farm.Context.Now);
            foreach (WorkerId worker in _pollers)
            {
                LeaseGranted? expected = _farm.State.LeaseNext(_farm.Context, worker).Value;
                LeaseGranted? actual = rebuilt.LeaseNext(_farm.Context, worker).Value;
                Assert.Equal(Describe(expected), Describe(actual));
                if (expected is not null)
                    _held.Add(expected);
            }

            _farm.EndBatch();
        }

        private static (UnitRef?, long?, int?, long?) Describe(LeaseGranted? lease) =>
            (lease?.First, lease?.Count, lease?.Number, lease?.Lease.Value);

        private void Submit()
        {
            if (_jobs.Count > 8)
                return;
            StepPlan first = FarmHarness.Step(_random.Next(1, 12), _random.Next(3)) with
            {
                ChunkSize = Math.Max(1, _random.Next(-2, 4)),
                Failures = Failures(),
            };
            StepPlan second = FarmHarness.Step(first.UnitCount, 1) with { DependsOnEqualUnits = [0] };
            StepPlan third = FarmHarness.Step(4, 1, 0) with
            {
                UnitDependencies = [[1, 2], [3], [3], []],
                Classes = [RequirementSpec.None, Spec()],
                UnitClasses = [0, 1, 1, 0],
            };
            _jobs.Add(_farm.Submit(new JobPlan
            {
                Name = "job",
                Priority = _random.Next(3),
                Policy = Policy(),
                Owner = _random.Next(4) switch { 0 => "ann", 1 => "bo", 2 => "cy", _ => null },
                Steps = [Raised(FarmHarness.Needs(first with { Chunks = Chunks(first) }, Spec())), second, third],
            }));
        }

        private static StepPlan Raised(StepPlan step) => step with
        {
            Classes = [.. Enumerable.Repeat(step.Classes[0], 1 + (step.Failures?.MemoryRetryMax ?? 0))],
        };

        private FailurePolicy? Failures() => _random.Next(2) == 0 ? null : new FailurePolicy
        {
            RetryDelay = _random.Next(3) * 10,
            RetryDelayMax = 30,
            FailedMax = _random.Next(3) == 0 ? _random.Next(1, 4) : null,
            LostMax = _random.Next(1, 4),
            LicenceDelay = 20,
            MemoryRetryMax = _random.Next(3),
        };

        private static WorkerRegistration Syncing(int worker) => new(
            "worker", new Dictionary<string, string> { ["app"] = worker % 2 == 0 ? "blender" : "maya" }, 1 + worker,
            null, null, null)
        {
            Gpus = [.. Enumerable.Range(0, worker).Select(index => new GpuDevice($"nvidia:{index}", null, null))],
            GpuShares = worker == 2 ? 1 : 2,
        };

        private PlanPolicy? Policy() => _random.Next(3) == 0 ? null : new PlanPolicy
        {
            StartAfter = _random.Next(3) == 0 ? _farm.Context.Now.Plus(TimeSpan.FromSeconds(_random.Next(60))) : null,
            MaxRunning = _random.Next(3) == 0 ? _random.Next(1, 4) : null,
            MaxWorkers = _random.Next(3) == 0 ? _random.Next(1, 3) : null,
            FailedMax = _random.Next(3) == 0 ? _random.Next(1, 4) : null,
            FailedMaxPercent = _random.Next(3) == 0 ? 30 : null,
            WorkerFailuresMax = _random.Next(3) == 0 ? _random.Next(5, 8) : null,
        };

        private AdaptiveChunks? Chunks(StepPlan step) => _random.Next(2) == 0 ? null : new AdaptiveChunks
        {
            DefaultCount = step.ChunkSize,
            TargetSeconds = _random.Next(1, 10),
            Runs = [new ChunkRuns(0, step.UnitCount, 1)],
        };

        private RequirementSpec Spec() => _random.Next(7) switch
        {
            4 => new RequirementSpec { Amounts = [new AmountDemand("amount.worker.gpu", 1000, null)] },
            0 => new RequirementSpec { Limits = ["licence"] },
            6 => new RequirementSpec { Limits = ["licence", "seat"] },
            5 => new RequirementSpec { Amounts = [new AmountDemand("amount.tokens", 500 * _random.Next(1, 5), null)] },
            1 => new RequirementSpec { Labels = [new LabelDemand("app", "maya")] },
            2 => new RequirementSpec { Amounts = [new AmountDemand("amount.worker.vcpu", 1000, null)] },
            _ => RequirementSpec.None,
        };

        private void ChangeLimit(string name)
        {
            if (_random.Next(4) == 0)
                _farm.State.DeleteLimit(_farm.Context, name);
            int count = _random.Next(1, 5);
            _farm.DefineLimit(new LimitDefine
            {
                Name = name,
                MaxCount = count,
                CountedPer = (LimitScope)_random.Next(3),
                Headroom = _random.Next(3) == 0 ? _random.Next(count) : 0,
                Source = Source,
            });
            var told = new SourceAnswer(_random.Next(4) == 0 ? null : 500 * _random.Next(6), null);
            _farm.Do(farm => farm.ReportLimit(_farm.Context, name, Source, told));
        }

        private void Poll()
        {
            if (_farm.Lease(_pollers[_random.Next(_pollers.Count)]) is { } lease)
                _held.Add(lease);
        }

        private void Report()
        {
            if (_held.Count == 0)
                return;
            LeaseGranted lease = _held[_random.Next(_held.Count)];
            if (_random.Next(3) == 0)
                _farm.State.Start(_farm.Context, FarmHarness.Claim(lease));
            else
                Finish(lease, _random.Next(4) == 0 ? 1 : 0);
            _farm.EndBatch();
        }

        private void Finish(LeaseGranted lease, int exitCode)
        {
            _held.Remove(lease);
            AttemptResult result = FarmHarness.Result(exitCode);
            if (exitCode != 0 && _random.Next(3) == 0)
                result = result with { Remedy = FailureRemedy.Licence };
            _farm.State.Complete(_farm.Context, FarmHarness.Claim(lease), result);
            _farm.EndBatch();
        }

        private void Sync() => Work(_syncers[_random.Next(_syncers.Count)], true);

        /// <summary>A worker does one thing, or (not at random) all that it can, and syncs.</summary>
        private void Work(SyncWorker worker, bool atRandom)
        {
            if (worker.Leases.Count > 0 && (!atRandom || _random.Next(2) == 0))
                WorkOnHead(worker, atRandom);
            LeaseGranted? asked = worker.Leases.Find(lease => worker.Recalled.Contains(lease.Lease));
            if (asked is not null && IsAhead(worker, asked))
                worker.Return(asked);
            foreach (SessionId session in worker.Ending.Union(worker.Forgotten).ToList())
                EndIfIdle(worker, session);
            worker.Sync(answerLost: atRandom && _random.Next(4) == 0);
        }

        private void WorkOnHead(SyncWorker worker, bool atRandom)
        {
            LeaseGranted head = worker.Leases.First(lease => !IsAhead(worker, lease));
            if (worker.Cancelled.Contains(head.Lease))
            {
                worker.Return(head);
                return;
            }

            bool fails = atRandom && _random.Next(5) == 0;
            worker.Start(head).Complete(head, fails ? HowItFails() : LeaseOutcome.Succeeded);
            if (!fails)
                return;
            foreach (LeaseGranted ahead in worker.Leases.Where(lease => lease.Session == head.Session).ToList())
                worker.Return(ahead);
            worker.End(head.Session);
        }

        private LeaseOutcome HowItFails() => _random.Next(2) == 0 ? LeaseOutcome.Failed : LeaseOutcome.OutOfMemory;

        private static bool IsAhead(SyncWorker worker, LeaseGranted lease) =>
            worker.Leases.First(each => each.Session == lease.Session) != lease;

        private static void EndIfIdle(SyncWorker worker, SessionId session)
        {
            if (worker.Forgotten.Contains(session))
                worker.Leases.RemoveAll(lease => lease.Session == session);
            bool open = worker.Sessions.Any(each => each.Session == session);
            if (open && worker.Leases.All(lease => lease.Session != session))
                worker.End(session);
        }

        private void ActOnJob()
        {
            if (_jobs.Count == 0)
                return;
            JobId job = _jobs[_random.Next(_jobs.Count)];
            Hold(job);
            int kind = _random.Next(13);
            if (kind < 3)
                _farm.State.Pause(_farm.Context, job);
            else if (kind < 6)
                _farm.State.Resume(_farm.Context, job);
            else if (kind < 7)
                _farm.State.SetPriority(_farm.Context, job, _random.Next(5));
            else if (kind < 8)
                _farm.State.Cancel(_farm.Context, job);
            else if (kind < 10)
                _farm.State.Archive(_farm.Context, job, _random.Next(3) > 0);
            else if (kind < 12)
                Requeue(job);
            else if (_farm.State.Delete(_farm.Context, job).Error is null)
                _jobs.Remove(job);
            _farm.EndBatch();
            Assert.Equal(_jobs.Contains(job), _farm.Store.Has(job));
        }

        private void Requeue(JobId job)
        {
            UnitRef[] again = [.. _farm.Store.Successes.Keys.Where(unit => unit.Job == job && _random.Next(3) == 0)];
            _farm.State.Requeue(_farm.Context, job, new UnitsToRequeue
            {
                Failed = _random.Next(2) == 0,
                Cancelled = _random.Next(2) == 0,
                Succeeded = [.. again.Select(unit => new SucceededUnit(unit, _number += 1000))],
            });
            _farm.EndBatch();
            // What was taken back may succeed once more.
            foreach (UnitRef unit in again.Where(unit => _farm.StateOf(unit) != TaskState.Succeeded))
                _farm.Store.Successes.Remove(unit);
        }

        private void ActOnUnit()
        {
            if (_jobs.Count == 0)
                return;
            JobId job = _jobs[_random.Next(_jobs.Count)];
            Hold(job);
            var unit = new UnitRef(job, _random.Next(3), _random.Next(4));
            if (_random.Next(2) == 0)
                _farm.State.CancelUnit(_farm.Context, unit);
            else
                _farm.State.RequeueUnit(_farm.Context, unit);
            _farm.EndBatch();
        }

        private void EditTasks()
        {
            if (_jobs.Count == 0)
                return;
            JobId job = _jobs[_random.Next(_jobs.Count)];
            Hold(job);
            JobPlan plan = _farm.Store.Job(job).Plan;
            if (plan.Steps[0].ChunkSize > 1)
                return;
            JobPlan changed = TaskEdits.AtRandom(plan, _random);
            Assert.Empty(JobPlanCheck.Faults(changed));
            Assert.Null(_farm.State.Edit(_farm.Context, job, new PlanEdit(changed, default, "")).Error);
            _farm.EndBatch();
        }

        private void Hold(JobId job)
        {
            if (!_farm.State.Holds(job))
                _farm.State.LoadJob(_farm.Store.Job(job));
        }

        private void Wait()
        {
            _farm.Advance(_random.Next(4) == 0 ? 130 : 5);
            _farm.EndBatch();
        }
    }
}
