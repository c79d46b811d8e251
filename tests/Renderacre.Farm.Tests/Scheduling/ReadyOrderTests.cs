using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Tests.Scheduling;

/// <summary>What is leased is what going through all jobs one by one finds: by priority, share and age.</summary>
public sealed class ReadyOrderTests
{
    private const string Cpus = "amount.worker.vcpu";
    private const int WorkerCount = 12;
    private const int JobCount = 40;
    private const int LeaseCount = 60;
    private const int CpusPerWorker = 3;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_worker_gets_the_first_group_by_priority_share_and_age_that_it_may_and_can_serve(int seed)
    {
        var random = new Random(seed);
        var farm = new FarmHarness();
        List<Worker> workers = [.. Enumerable.Range(0, WorkerCount).Select(place => Register(farm, place))];
        List<Job> jobs = [.. Enumerable.Range(0, JobCount).Select(_ => Submit(farm, random))];
        var held = new List<(LeaseGranted Lease, Group Group)>();
        for (int at = 0; at < LeaseCount; at++)
        {
            Worker worker = workers[random.Next(WorkerCount)];
            Group? expected = First(jobs, worker, held);
            LeaseGranted? given = farm.Lease(worker.Id);
            Assert.Equal(expected?.Job.Id, given?.First.Job);
            Assert.Equal(expected?.Step, given?.First.Step);
            if (given is not null && expected is not null)
                held.Add((given, expected));
            if (held.Count > 0 && random.Next(2) == 0)
                EndOne(farm, held, random.Next(held.Count));
        }
    }

    private static void EndOne(FarmHarness farm, List<(LeaseGranted Lease, Group Group)> held, int place)
    {
        farm.Complete(held[place].Lease);
        held.RemoveAt(place);
    }

    private static Group? First(List<Job> jobs, Worker worker, List<(LeaseGranted Lease, Group Group)> held)
    {
        int free = CpusPerWorker - held.Where(each => each.Lease.Worker == worker.Id).Sum(each => each.Group.Cpus);
        return jobs.OrderByDescending(job => job.Priority)
            .ThenBy(job => held.Count(each => each.Group.Job.Owner == job.Owner))
            .ThenBy(job => job.Id.Value)
            .Where(job => !job.Denies.Contains(worker.Name))
            .SelectMany(job => job.Steps)
            .FirstOrDefault(step => worker.Apps.Contains(step.App) && step.Cpus <= free);
    }

    private static Worker Register(FarmHarness farm, int place)
    {
        string[] apps = [.. Enumerable.Range(place, 3).Select(app => $"app{app % 5}")];
        Dictionary<string, string> labels = new() { ["app"] = string.Join(',', apps), [Cpus] = $"{CpusPerWorker}" };
        var registration = new WorkerRegistration($"w{place}", labels, CpusPerWorker, null, null, null);
        return new Worker(farm.Do(state => state.Register(farm.Context, registration)), registration.Name, apps);
    }

    private static Job Submit(FarmHarness farm, Random random)
    {
        string[] denies = [.. Enumerable.Range(0, WorkerCount).Where(_ => random.Next(2) == 0).Select(at => $"w{at}")];
        var job = new Job($"owner{random.Next(4)}", random.Next(2), denies);
        for (int step = random.Next(2); step >= 0; step--)
            job.Steps.Add(new Group(job, job.Steps.Count, $"app{random.Next(5)}", random.Next(1, 3)));
        job.Id = farm.Submit(new JobPlan
        {
            Name = "job",
            Owner = job.Owner,
            Priority = job.Priority,
            Policy = new PlanPolicy { Workers = new WorkerLists([], denies) },
            Steps = [.. job.Steps.Select(Plan)],
        });
        return job;
    }

    private static StepPlan Plan(Group group) => FarmHarness.Needs(FarmHarness.Step(LeaseCount), new RequirementSpec
    {
        Labels = [new LabelDemand("app", group.App)],
        Amounts = [new AmountDemand(Cpus, group.Cpus * AmountScale.Factor, null)],
    });

    private sealed record Worker(WorkerId Id, string Name, string[] Apps);

    private sealed class Job(string owner, int priority, string[] denies)
    {
        public JobId Id { get; set; }

        public string Owner { get; } = owner;

        public int Priority { get; } = priority;

        public string[] Denies { get; } = denies;

        public List<Group> Steps { get; } = [];
    }

    private sealed record Group(Job Job, int Step, string App, int Cpus);
}
