using System.IO.Compression;
using Renderacre.EndToEnd.Farms;
using Renderacre.Python.Tests.Pythons;
using Renderacre.Python.Tests.Wheels;

namespace Renderacre.Python.Tests.Dcc;

/// <summary>What submits from inside a DCC: Blender's add-on in Blender, the others with stand-ins.</summary>
public sealed class SubmittingTests(FarmFixture fixture) : IClassFixture<FarmFixture>
{
    private static readonly string Examples = Repository.PathOf("examples", "dcc");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_add_on_submits_from_Blender_and_the_farm_renders()
    {
        using var packages = await UnpackAsync();
        Tool.Need("blender");
        var folder = Directory.CreateDirectory(fixture.Farm.PathOf("blender")).FullName;

        await Command.OutputOfAsync(
            "blender",
            [
                "--background", "--factory-startup", "--python-exit-code", "1", "--python", Script("blender"), "--",
                packages.Path, Path.Combine(Examples, "blender_addon"), folder, fixture.Farm.Url.ToString(),
            ],
            fixture.Variables);

        string[] frames = [.. Enumerable.Range(1, 3).Select(n => Path.Combine(folder, "frames", $"frame_000{n}.png"))];
        await Command.OutputOfAsync(
            "python3", [Repository.PathOf("eng", "check_png.py"), "--size", "32x18", .. frames]);
    }

    [Fact]
    public async Task The_shelf_button_submits_from_Maya_and_the_farm_renders()
    {
        using var packages = await UnpackAsync();
        var folder = Directory.CreateDirectory(fixture.Farm.PathOf("maya")).FullName;
        var scene = Path.Combine(folder, "shot.ma");
        await File.WriteAllTextAsync(scene, "//Maya ASCII scene\n", Token);
        var mayapy = Repository.PathOf("tests", "Renderacre.EndToEnd", "StandIns", "mayapy");

        var rendered = await RunAsync(packages, "maya", scene, mayapy, Examples);

        Assert.Equal(
            Enumerable.Range(1, 3).Select(frame => Path.Combine(folder, "images", $"maya_frame_000{frame}.png")),
            rendered.Split('\n').Distinct());
    }

    [Fact]
    public async Task The_menu_entry_submits_from_Nuke_and_the_farm_renders()
    {
        using var packages = await UnpackAsync();
        var folder = Directory.CreateDirectory(fixture.Farm.PathOf("nuke")).FullName;
        var script = Path.Combine(folder, "shot.nk");
        await File.WriteAllTextAsync(script, Path.Combine(folder, "out", "shot.%04d.exr"), Token);

        var rendered = await RunAsync(packages, "nuke", script, StandIn("nuke_program"), Examples);

        Assert.Equal(Enumerable.Range(1, 4).Select(frame => $"shot.000{frame}.exr"), rendered.Split('\n'));
    }

    private static string Script(string dcc) =>
        Repository.PathOf("tests", "Renderacre.Python.Tests", "Dcc", $"submit_from_{dcc}.py");

    private static string StandIn(string name) =>
        Repository.PathOf("tests", "Renderacre.Python.Tests", "StandIns", name);

    private static async Task<TempFolder> UnpackAsync()
    {
        var wheel = Wheel.Need();
        var folder = new TempFolder();
        await ZipFile.ExtractToDirectoryAsync(wheel.Path, folder.Path, Token);
        return folder;
    }

    private async Task<string> RunAsync(TempFolder packages, string dcc, params string[] args)
    {
        var variables = fixture.Variables;
        variables["PYTHONPATH"] = $"{packages.Path}{Path.PathSeparator}{StandIn("")}";
        variables["RFARM_CONTROLLER"] = fixture.Farm.Url.ToString();
        return await Command.OutputOfAsync("python3", [Script(dcc), .. args], variables);
    }
}
