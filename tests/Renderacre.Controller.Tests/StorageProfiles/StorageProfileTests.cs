using System.Net;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Contracts.Sync;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.StorageProfiles;

public sealed class StorageProfileTests
{
    private static readonly PathMapping Rule = new(SourcePathFormat.Windows, @"S:\show", "/mnt/show");

    private static WireJson Wire => WireJson.Default;

    [Fact]
    public async Task Profiles_are_defined_changed_and_deleted_and_a_restart_keeps_them()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, "linux", OsFamily.Linux, "/mnt/show");
        await DefineAsync(controller, "linux", OsFamily.Linux, "/mnt/other");
        await DefineAsync(controller, "windows", OsFamily.Windows, @"S:\show");
        await controller.StopAsync();
        await controller.StartAgainAsync();

        StorageProfile linux = await controller.GetAsync(WirePath.StorageProfile("linux"), Wire.StorageProfile);
        Assert.Equal("/mnt/other", Assert.Single(linux.Locations).Path);
        await controller.Http.DeleteAsync(WirePath.StorageProfile("linux"), TestController.Stop);

        IReadOnlyList<StorageProfile> left =
            await controller.GetAsync(WirePath.StorageProfiles, Wire.IReadOnlyListStorageProfile);
        Assert.Equal("windows", Assert.Single(left).Name);
        await TestController.ErrorAsync(
            await controller.Http.DeleteAsync(WirePath.StorageProfile("linux"), TestController.Stop),
            HttpStatusCode.NotFound);
        await TestController.ErrorAsync(
            await controller.Http.GetAsync(WirePath.StorageProfile("linux"), TestController.Stop),
            HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_done_to_profiles_stands_in_the_audit()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, "linux", OsFamily.Linux, "/mnt/show");
        await controller.Http.DeleteAsync(WirePath.StorageProfile("linux"), TestController.Stop);
        Assert.Equal(
            ["storage_profile.define linux", "storage_profile.delete linux"],
            (await controller.GetAsync(WirePath.Audit, Wire.IReadOnlyListAuditEvent))
                .Select(entry => $"{entry.Action} {entry.TargetId}"));
    }

    [Fact]
    public async Task Bad_input_is_refused_with_the_place()
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.StorageProfiles, """
                {"name": "a", "os_family": "linux", "locations": [{"name": "show", "path": "mnt"}]}
                """), HttpStatusCode.BadRequest);
        Assert.Contains("locations[0].path: 'mnt' is no absolute path", error.Error, StringComparison.Ordinal);
        await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.StorageProfiles, """
                {"name": "a", "os_family": "beos", "locations": []}
                """), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_unknown_profile_is_refused_with_the_nearest()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, "windows", OsFamily.Windows, @"S:\show");
        ErrorBody submission = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Jobs, """
                {"name": "x", "storage_profile": "windwos", "tasks": [{"name": "a", "command": {"executable": "e"}}]}
                """), HttpStatusCode.BadRequest);
        ErrorBody worker = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.Register, """{"name": "w", "storage_profile": "windwos"}"""),
            HttpStatusCode.BadRequest);
        Assert.All([submission, worker], error => Assert.Contains(
            "storage_profile: there is no storage profile 'windwos'. Did you mean 'windows'?", error.Error,
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_profile_that_an_online_worker_has_is_not_deleted()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, "linux", OsFamily.Linux, "/mnt/show");
        WorkerInfo worker = await RegisterAsync(controller, "linux");
        Assert.Equal("linux", worker.StorageProfile);
        ErrorBody error = await TestController.ErrorAsync(
            await controller.Http.DeleteAsync(WirePath.StorageProfile("linux"), TestController.Stop),
            HttpStatusCode.Conflict);
        Assert.Contains("worker render01 has the storage profile linux", error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_gets_the_rules_between_the_two_profiles_behind_those_of_the_submission()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, "windows", OsFamily.Windows, @"S:\show");
        await DefineAsync(controller, "linux", OsFamily.Linux, "/mnt/show");
        WorkerInfo worker = await RegisterAsync(controller, "linux", Guid.NewGuid());
        var own = new PathMapping(SourcePathFormat.Posix, "/a", "/b");
        Job job = await controller.SubmitAsync(Template(own) with { StorageProfile = "windows" });
        Assert.Equal("windows", job.StorageProfile);
        // Jobs keep the profile that they were submitted with.
        await controller.Http.DeleteAsync(WirePath.StorageProfile("windows"), TestController.Stop);

        SyncResponse answer = await SyncAsync(controller, worker);

        Assert.Equal([own, Rule], answer.Sessions[0].PathMappingRules);
        Assert.Equal([own], (await controller.TaskAsync(answer.Leases[0].TaskId)).Openjd!.PathMappingRules);
    }

    [Fact]
    public async Task A_session_of_direct_tasks_gets_them_too_and_a_worker_without_a_profile_gets_none()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, "windows", OsFamily.Windows, @"S:\show");
        await DefineAsync(controller, "linux", OsFamily.Linux, "/mnt/show");
        WorkerInfo worker = await RegisterAsync(controller, "linux", Guid.NewGuid());
        WorkerInfo plain = await RegisterAsync(controller, null, Guid.NewGuid());
        TaskSubmit[] tasks = [.. "abcdefgh".Select(name => DirectPlanTests.Task($"{name}"))];
        await controller.SubmitAsync(DirectPlanTests.Submit(tasks) with { StorageProfile = "windows" });
        SyncResponse mapped = await SyncAsync(controller, worker);
        SyncResponse asTheyAre = await SyncAsync(controller, plain);
        Assert.Equal(2, mapped.Sessions.Count);
        Assert.All(mapped.Sessions, session => Assert.Equal([Rule], session.PathMappingRules));
        Assert.Equal(2, asTheyAre.Sessions.Count);
        Assert.All(asTheyAre.Sessions, session => Assert.Empty(session.PathMappingRules));
    }

    [Fact]
    public async Task A_v1_worker_gets_them_with_its_lease()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, "windows", OsFamily.Windows, @"S:\show");
        await DefineAsync(controller, "linux", OsFamily.Linux, "/mnt/show");
        await controller.SubmitAsync(Template() with { StorageProfile = "windows" });
        TaskLease? lease = await controller.LeaseAsync(await RegisterAsync(controller, "linux"));
        Assert.Equal([Rule], lease!.Task.Openjd!.PathMappingRules);
    }

    [Fact]
    public async Task A_clone_keeps_the_profile()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller, "windows", OsFamily.Windows, @"S:\show");
        Job job = await controller.SubmitAsync(Template() with { StorageProfile = "windows" });
        Job copy = await controller.PostAsync(
            $"{WirePath.Job(job.Id)}/clone", new JobClone(), Wire.JobClone, Wire.Job);
        Assert.Equal("windows", copy.StorageProfile);
    }

    private static Task<StorageProfile> DefineAsync(
        TestController controller, string name, OsFamily family, string path)
    {
        var profile = new StorageProfile
        {
            Name = name,
            OsFamily = family,
            Locations = [new StorageLocation { Name = "show", Path = path }],
        };
        return controller.PostAsync(WirePath.StorageProfiles, profile, Wire.StorageProfile, Wire.StorageProfile);
    }

    private static Task<WorkerInfo> RegisterAsync(TestController controller, string? profile, Guid? incarnation = null)
    {
        var register = new WorkerRegister
        {
            Name = "render01",
            Capacity = new WorkerCapacity(2),
            StorageProfile = profile,
            Incarnation = incarnation,
        };
        return controller.PostAsync(WirePath.Register, register, Wire.WorkerRegister, Wire.WorkerInfo);
    }

    private static async Task<SyncResponse> SyncAsync(TestController controller, WorkerInfo worker) =>
        await controller.SyncAsync(new SyncRequest
        {
            Protocol = SyncProtocol.Version,
            WorkerId = worker.Id,
            Incarnation = (await IncarnationAsync(controller, worker))!.Value,
            Sequence = 1,
            Hold = false,
        });

    // Registers the worker anew under its own id: so that the test knows the incarnation that counts.
    private static async Task<Guid?> IncarnationAsync(TestController controller, WorkerInfo worker)
    {
        var register = new WorkerRegister
        {
            Name = worker.Name,
            Capacity = worker.Capacity,
            StorageProfile = worker.StorageProfile,
            WorkerId = worker.Id,
            Incarnation = Guid.NewGuid(),
        };
        await controller.PostAsync(WirePath.Register, register, Wire.WorkerRegister, Wire.WorkerInfo);
        return register.Incarnation;
    }

    private static JobSubmit Template(params PathMapping[] rules) => new()
    {
        Name = "frames",
        Openjd = new OpenJdSubmit
        {
            TemplateYaml = OpenJdPlanTests.Frames,
            TemplateDir = "/shows",
            PathMappingRules = rules,
        },
    };
}
