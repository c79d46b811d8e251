using System.Diagnostics;
using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;

namespace Renderacre.EndToEnd;

/// <summary>Every file of examples/ that can be submitted, submitted as its reader would.</summary>
public sealed class ExampleTests
{
    [Theory]
    [InlineData("hello_job.json")]
    [InlineData("openjd_hello.yaml")]
    public async Task The_first_examples_run(string file)
    {
        await using var farm = await StartAsync();

        var job = await SubmitAsync(farm, [file]);

        Assert.All(job.Tasks, task => Assert.Contains("hello", task.StdoutTail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Python_frames_print_the_message_with_each_frame()
    {
        Tool.Need("python");
        await using var farm = await StartAsync();

        var job = await SubmitAsync(farm, ["openjd_python_frames.yaml"], "Message=Take 2");

        Assert.Equal(
            Enumerable.Range(1, 5).Select(frame => $"Take 2 frame {frame}"), job.Tasks.Select(task => LastLine(task)));
    }

    [Fact]
    public async Task Blender_renders_every_frame()
    {
        Tool.Need("blender");
        await using var farm = await StartAsync();
        var folder = farm.PathOf("frames");

        var job = await SubmitAsync(farm, ["dcc", "blender_render_openjd.yaml"], $"OutputDir={folder}");

        await AssertPicturesAsync("64x36", NamedPictures(job, folder, "blender_frame"));
    }

    [Fact]
    public async Task Maya_is_told_the_scene_the_frame_and_where_the_picture_goes()
    {
        await using var farm = await StartAsync();
        var (folder, scene) = (farm.PathOf("frames"), farm.PathOf("shot.ma"));
        await File.WriteAllTextAsync(scene, "//Maya ASCII scene\n", TestContext.Current.CancellationToken);

        var job = await SubmitAsync(
            farm, ["dcc", "maya_render_openjd.yaml"], $"MayaExecutable={StandIn("mayapy")}",
            $"SceneFile={scene}", $"OutputDir={folder}");

        Assert.Equal(
            Enumerable.Range(1, 3).Select(frame => $"{scene} at frame {frame}"),
            NamedPictures(job, folder, "maya_frame").Select(File.ReadAllText));
    }

    [Fact]
    public async Task A_film_is_encoded_when_all_its_frames_are_there()
    {
        Tool.Need("ffmpeg");
        await using var farm = await StartAsync();
        var folder = Directory.CreateDirectory(farm.PathOf("film")).FullName;

        var job = await SubmitAsync(farm, ["render_and_encode.yaml"], "Frames=4", $"OutputDir={folder}");

        Assert.Equal(5, job.Tasks.Count);
        await AssertPicturesAsync(
            "160x90", [.. Enumerable.Range(1, 4).Select(frame => Path.Combine(folder, $"frame_{frame}.png"))]);
        var film = Assert.Single(job.Tasks[^1].Artifacts, file => file.Name == "film.mp4");
        Assert.Equal("4", await OutputOfAsync(
            "ffprobe", "-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries",
            "stream=nb_read_frames", "-of", "csv=p=0", film.Path));
    }

    [Fact]
    public async Task A_parameter_sweep_tries_every_combination_and_reports_them()
    {
        await using var farm = await StartAsync();
        var folder = farm.PathOf("sweep");

        var job = await SubmitAsync(farm, ["parameter_sweep.yaml"], $"OutputDir={folder}");

        Assert.Equal("Parameter sweep shot010", job.Name);
        Assert.Equal(
            [
                "samples,light,color", "16,key,warm", "16,rim,cold", "64,key,warm", "64,rim,cold", "256,key,warm",
                "256,rim,cold",
            ],
            farm.Lines(Path.Combine("sweep", "report.csv")));
    }

    [Fact]
    public async Task What_tasks_made_is_listed_and_fetched()
    {
        await using var farm = await StartAsync();
        var job = await SubmitAsync(farm, ["parameter_sweep.yaml"], $"OutputDir={farm.PathOf("sweep")}");

        var (exitCode, fetch) = await farm.RunAsync(
            "artifacts", "fetch", job.Tasks[^1].Id.ToString(), "--name", "report.csv", "--to", farm.PathOf("fetched"));

        Assert.True(exitCode == 0, fetch.Transcript);
        Assert.Equal(
            farm.Lines(Path.Combine("sweep", "report.csv")), farm.Lines(Path.Combine("fetched", "report.csv")));
    }

    private static async Task<TempFarm> StartAsync()
    {
        var farm = new TempFarm();
        await farm.StartControllerAsync("--artifact-root", farm.Folder);
        await farm.StartWorkerAsync("one");
        return farm;
    }

    private static async Task<Job> SubmitAsync(TempFarm farm, string[] file, params string[] parameters)
    {
        var (exitCode, submit) = await farm.RunAsync(
            ["submit", Repository.PathOf(["examples", .. file]), "--wait",
            .. parameters.SelectMany(parameter => new[] { "-p", parameter })]);
        Assert.True(exitCode == 0, submit.Transcript);
        return Assert.Single(await farm.Client.ListJobsAsync(TestContext.Current.CancellationToken));
    }

    private static string StandIn(string program) =>
        Repository.PathOf("tests", "Renderacre.EndToEnd", "StandIns", program);

    private static string LastLine(TaskInfo task) => (task.StdoutTail ?? "").TrimEnd().Split('\n')[^1];

    // Each task's own picture. It may have others too, which tasks beside it wrote into the folder at the same time.
    private static string[] NamedPictures(Job job, string folder, string name)
    {
        string[] paths =
            [.. Enumerable.Range(1, job.Tasks.Count).Select(frame => Path.Combine(folder, $"{name}_{frame:0000}.png"))];
        foreach (var (task, path) in job.Tasks.Zip(paths))
        {
            Assert.Contains(task.Artifacts, file => file.Path == path && file.Kind == ArtifactKind.Image);
            Assert.Contains($"RENDERACRE_ARTIFACT={path}", task.StdoutTail, StringComparison.Ordinal);
        }

        return paths;
    }

    private static async Task AssertPicturesAsync(string size, string[] files) => await OutputOfAsync(
        "python3", [Repository.PathOf("eng", "check_png.py"), "--size", size, .. files]);

    private static async Task<string> OutputOfAsync(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var token = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(token);
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        Assert.True(process.ExitCode == 0, $"{program}: {await error}{output}");
        return output.TrimEnd();
    }
}
