using Microsoft.AspNetCore.Http;
using Renderacre.Contracts.Jobs;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Commands;

public sealed class ArtifactsCommandTests : IDisposable
{
    private static readonly Guid JobId = Guid.Parse("3f9a01bc-0000-8000-8000-000000000001");
    private static readonly Guid First = Guid.Parse("aaaaaaaa-0000-8000-8000-000000000001");
    private static readonly Guid Second = Guid.Parse("bbbbbbbb-0000-8000-8000-000000000002");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("artifacts", "3f9")]
    [InlineData("artifacts", "list", "3f9")]
    public async Task Files_of_a_jobs_tasks_are_listed(params string[] args)
    {
        await using var farm = await WithFilesAsync("a.png", "b.exr");

        var run = await CliRun.OfAsync(farm, args);

        Assert.Equal(
            [
                "TASK  FILE   KIND   BYTES  PATH        ID        INDEX",
                "one   a.png  image  5      /out/a.png  aaaaaaaa  0",
                "two   b.exr  file   5      /out/b.exr  bbbbbbbb  0",
            ],
            run.Lines);
    }

    [Fact]
    public async Task Files_are_fetched_into_a_folder()
    {
        await using var farm = await WithFilesAsync("a.png", "b.exr");

        var run = await FetchAsync(farm, "3f9");

        Assert.Equal(["a.png", "b.exr"], FilesIn("out"));
        Assert.Equal(
            [Path.Combine(_folder.Path, "out", "a.png"), Path.Combine(_folder.Path, "out", "b.exr")], run.Lines);
        Assert.Equal("bytes", await File.ReadAllTextAsync(
            Path.Combine(_folder.Path, "out", "a.png"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Files_can_be_chosen_by_kind_and_name()
    {
        await using var farm = await WithFilesAsync("a.png", "b.exr");

        await FetchAsync(farm, "3f9", "--kind", "image");
        Assert.Equal(["a.png"], FilesIn("out"));

        await FetchAsync(farm, "3f9", "--name", "*.exr");
        Assert.Equal(["a.png", "b.exr"], FilesIn("out"));
    }

    [Fact]
    public async Task Files_of_one_name_go_into_a_folder_for_each_task()
    {
        await using var farm = await WithFilesAsync("a.png", "a.png");

        await FetchAsync(farm, "3f9");

        Assert.Equal([$"{First}-0{Path.DirectorySeparatorChar}a.png", $"{Second}-0{Path.DirectorySeparatorChar}a.png"],
            FilesIn("out"));
    }

    [Fact]
    public async Task A_file_that_is_there_already_is_kept_unless_told_otherwise()
    {
        await using var farm = await WithFilesAsync("a.png", "b.exr");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "out"));
        var mine = _folder.Write(Path.Combine("out", "b.exr"), "mine");

        var run = await FetchAsync(farm, "3f9");
        Assert.Equal((ExitCode.Failure, $"renderacre: {mine} is there already; --overwrite replaces it\n"),
            (run.ExitCode, run.Error));
        Assert.Equal(["b.exr"], FilesIn("out"));

        await FetchAsync(farm, "3f9", "--overwrite");
        Assert.Equal("bytes", await File.ReadAllTextAsync(mine, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../../escaped.png", "escaped.png")]
    [InlineData("..", "artifact-0")]
    public async Task A_name_never_leads_out_of_the_folder(string name, string written)
    {
        await using var farm = await WithFilesAsync(name, "b.exr");

        await FetchAsync(farm, "3f9");

        Assert.Equal([written, "b.exr"], FilesIn("out").OrderBy(one => one == "b.exr"));
    }

    private Task<CliRun> FetchAsync(FakeFarm farm, params string[] args) => CliRun.OfAsync(
        new Dictionary<string, string> { ["RFARM_CONTROLLER"] = farm.Url.ToString() }, _folder.Path,
        ["artifacts", "fetch", "--to", "out", .. args]);

    private IEnumerable<string> FilesIn(string name)
    {
        var folder = Path.Combine(_folder.Path, name);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
    }

    private static async Task<FakeFarm> WithFilesAsync(string first, string second)
    {
        var job = Sample.Job(
            JobId, "shot010", JobState.Succeeded, Task(First, "one", first), Task(Second, "two", second));
        var farm = await FakeFarm.StartAsync();
        farm.On<IReadOnlyList<Job>>("GET /v1/jobs", [job]);
        farm.On($"GET /v1/jobs/{JobId}", job);
        foreach (var task in job.Tasks)
            farm.On($"GET /v1/tasks/{task.Id}/artifacts/0", context => context.Response.WriteAsync("bytes"));
        return farm;
    }

    private static TaskInfo Task(Guid id, string name, string file) =>
        Sample.TaskOf(JobId, id, name, TaskState.Succeeded) with
        {
            Artifacts =
            [
                new TaskArtifact
                {
                    Name = file,
                    Path = $"/out/{file}",
                    SizeBytes = 5,
                    Kind = file.EndsWith(".png", StringComparison.Ordinal) ? ArtifactKind.Image : ArtifactKind.File,
                },
            ],
        };
}
