using Renderacre.Contracts.Jobs;
using Renderacre.EndToEnd.Farms;
using Renderacre.Python.Tests.Pythons;

namespace Renderacre.Python.Tests.Dcc;

/// <summary>Templates for DCCs that cannot be run here, with stand-ins that write down what they are asked.</summary>
public sealed class TemplateTests(FarmFixture fixture) : IClassFixture<FarmFixture>
{
    private const int Frames = 3;

    [Fact]
    public async Task Houdini_is_told_the_scene_the_node_and_each_frame()
    {
        var pictures = await RenderAsync("houdini", "HythonExecutable", "hython", "SceneFile", "shot.hip");

        Assert.Equal(
            Enumerable.Range(1, Frames).Select(frame => $"/out/mantra1 of {Input("shot.hip")} at frame {frame}"),
            pictures);
    }

    [Fact]
    public async Task Natron_is_told_the_project_the_writer_and_the_frames()
    {
        var pictures = await RenderAsync("natron", "NatronExecutable", "NatronRenderer", "ProjectFile", "shot.ntp");

        Assert.Equal(
            Enumerable.Range(1, Frames).Select(frame => $"Write1 of {Input("shot.ntp")} at frame {frame}"), pictures);
    }

    private string Input(string name) => fixture.Farm.PathOf(name);

    /// <summary>Submits the example of a DCC and gives what was written in the pictures' place.</summary>
    private async Task<IEnumerable<string>> RenderAsync(
        string dcc, string program, string standIn, string input, string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-ins are scripts of a POSIX shell");
        var folder = fixture.Farm.PathOf($"{dcc}_frames");
        await File.WriteAllTextAsync(Input(file), "a scene\n", TestContext.Current.CancellationToken);
        var (exitCode, submit) = await fixture.Farm.RunAsync(
            "submit", Repository.PathOf("examples", "dcc", $"{dcc}_render_openjd.yaml"), "--wait",
            "-p", $"{program}={Repository.PathOf("tests", "Renderacre.Python.Tests", "StandIns", standIn)}",
            "-p", $"{input}={Input(file)}", "-p", $"OutputDir={folder}", "-p", "ChunkSize=2");
        Assert.True(exitCode == 0, submit.Transcript);

        var job = (await fixture.Farm.Client.ListJobsAsync(TestContext.Current.CancellationToken))
            .First(one => one.Name.StartsWith(dcc, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(JobState.Succeeded, job.State);
        Assert.Equal(2, job.TasksTotal);
        return Enumerable.Range(1, Frames)
            .Select(frame => File.ReadAllText(Path.Combine(folder, $"{dcc}_frame_000{frame}.png")));
    }
}
