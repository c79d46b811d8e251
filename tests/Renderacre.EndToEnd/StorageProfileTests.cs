using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>One job on workers that find its files under different paths.</summary>
public sealed class StorageProfileTests
{
    private const int Frames = 12;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_of_a_windows_machine_runs_on_workers_of_two_other_profiles()
    {
        await using var farm = await StartAsync();
        var job = await SubmitAsync(farm);

        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(job.Id)).State);
        // Each worker has written where it has the show, and each frame is there once.
        string[] one = [.. farm.Lines("one-show/frames")];
        string[] two = [.. farm.Lines("two-show/frames")];
        Assert.NotEmpty(one);
        Assert.NotEmpty(two);
        Assert.Equal(Frames, one.Concat(two).Distinct().Count());
    }

    [Fact]
    public async Task Direct_tasks_run_where_a_machine_has_their_folder()
    {
        await using var farm = await StartAsync();
        var job = await farm.Client.SubmitAsync(
            new JobSubmit
            {
                Name = "direct",
                StorageProfile = "windows",
                Tasks =
                [
                    new TaskSubmit
                    {
                        Name = "where",
                        Command = new CommandSpec
                        {
                            Executable = "sh",
                            Args = ["-c", "pwd > here; echo \"$1\n$OUT\" > told", "sh", @"S:\show\a b"],
                            Env = new Dictionary<string, string> { ["OUT"] = @"S:\show\out" },
                            WorkingDir = @"S:\show",
                        },
                        ArtifactPaths = [@"S:\show\here"],
                    },
                ],
            },
            Token);

        var task = Assert.Single((await farm.EndedAsync(job.Id)).Tasks);

        Assert.Equal(TaskState.Succeeded, task.State);
        var place = File.Exists(farm.PathOf("one-show/here")) ? "one-show" : "two-show";
        Assert.Equal([farm.PathOf(place)], farm.Lines($"{place}/here"));
        Assert.Equal([farm.PathOf($"{place}/a b"), farm.PathOf($"{place}/out")], farm.Lines($"{place}/told"));
        Assert.Equal(farm.PathOf($"{place}/here"), Assert.Single(task.Artifacts).Path);
    }

    [Fact]
    public async Task A_workers_own_rules_go_before_those_of_its_profile()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await DefineAsync(farm, "windows", OsFamily.Windows, @"S:\show");
        await DefineAsync(farm, "linux", OsFamily.Linux, farm.PathOf("profile-show"));
        Directory.CreateDirectory(farm.PathOf("own-show"));
        await File.WriteAllTextAsync(
            farm.PathOf("rules.json"),
            """
            {"version": "pathmapping-1.0", "path_mapping_rules": [
              {"source_path_format": "WINDOWS", "source_path": "s:/show", "destination_path": "OWN"}]}
            """.Replace("OWN", farm.PathOf("own-show"), StringComparison.Ordinal),
            Token);
        await farm.StartWorkerAsync(
            "one", 1, "--storage-profile", "linux", "--path-mapping-rules", farm.PathOf("rules.json"));
        var job = await SubmitAsync(farm);

        Assert.Equal(JobState.Succeeded, (await farm.EndedAsync(job.Id)).State);
        Assert.Equal(Frames, farm.Lines("own-show/frames").Count);
    }

    [Fact]
    public async Task A_worker_that_names_an_unknown_profile_ends_and_says_which_there_is()
    {
        await using var farm = new TempFarm();
        await farm.StartControllerAsync();
        await DefineAsync(farm, "linux", OsFamily.Linux, "/show");
        var worker = farm.Start(
            ProgramFile.Worker,
            [
                "--controller", farm.Url.ToString(), "--name", "one", "--data-dir", farm.PathOf("one"),
                "--storage-profile", "linus",
            ],
            []);

        Assert.Equal(1, await worker.WaitAsync());
        Assert.Contains("Did you mean 'linux'?", worker.Transcript, StringComparison.Ordinal);
    }

    private static async Task<TempFarm> StartAsync()
    {
        var farm = new TempFarm();
        await farm.StartControllerAsync();
        await DefineAsync(farm, "windows", OsFamily.Windows, @"S:\show");
        foreach (var name in new[] { "one", "two" })
        {
            Directory.CreateDirectory(farm.PathOf($"{name}-show"));
            await DefineAsync(farm, name, OsFamily.Linux, farm.PathOf($"{name}-show"));
            await farm.StartWorkerAsync(name, 1, "--storage-profile", name);
        }

        return farm;
    }

    private static Task<StorageProfile> DefineAsync(TempFarm farm, string name, OsFamily family, string path) =>
        farm.Client.DefineStorageProfileAsync(
            new StorageProfile
            {
                Name = name,
                OsFamily = family,
                Locations = [new StorageLocation { Name = "show", Path = path }],
            },
            Token);

    private static Task<Job> SubmitAsync(TempFarm farm)
    {
        var template = """
            specificationVersion: jobtemplate-2023-09
            name: frames
            parameterDefinitions:
            - {name: Out, type: PATH, default: frames}
            steps:
            - name: Step
              parameterSpace: {taskParameterDefinitions: [{name: F, type: INT, range: "1-FRAMES"}]}
              script:
                actions: {onRun: {command: sh, args: [-c, 'echo {{Task.Param.F}} >> "{{Param.Out}}"']}}
            """.Replace("FRAMES", $"{Frames}", StringComparison.Ordinal);
        return farm.Client.SubmitAsync(
            new JobSubmit
            {
                Name = "frames",
                StorageProfile = "windows",
                Openjd = new OpenJdSubmit { TemplateYaml = template, TemplateDir = @"S:\show" },
            },
            Token);
    }
}
