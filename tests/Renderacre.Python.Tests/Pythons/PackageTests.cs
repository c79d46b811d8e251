using Renderacre.EndToEnd.Farms;
using Renderacre.Python.Tests.Wheels;

namespace Renderacre.Python.Tests.Pythons;

/// <summary>The wheel, installed into a fresh environment of every CPython of this machine.</summary>
public sealed class PackageTests(FarmFixture fixture) : IClassFixture<FarmFixture>
{
    private static readonly string Figures = Repository.PathOf("artifacts", "test-reports", "python-figures.txt");

    /// <summary>The Pythons, or an empty name where there is none.</summary>
    public static async Task<TheoryData<string>> PythonsAsync() =>
        await Interpreter.FindAsync() is { Count: > 0 } found ? [.. found] : [""];

    [Theory]
    [MemberData(nameof(PythonsAsync))]
    public async Task The_same_tests_pass_in(string python)
    {
        var wheel = Wheel.Need();
        Assert.SkipWhen(python.Length == 0, "there is no Python here");
        using var folder = new TempFolder();
        var installed = await Interpreter.InstallAsync(python, wheel.Path, folder.Path);

        await Command.OutputOfAsync(
            installed, ["-W", "ignore", "-m", "unittest", "discover", "-q"], fixture.Variables,
            Repository.PathOf("python", "tests"));
    }

    [Fact]
    public async Task Its_speed_and_memory_are_written_down()
    {
        var wheel = Wheel.Need();
        _ = fixture.Farm;
        using var folder = new TempFolder();
        var python = (await Interpreter.FindAsync())[^1];
        var installed = await Interpreter.InstallAsync(python, wheel.Path, folder.Path);

        var figures = await Command.OutputOfAsync(
            installed, [Repository.PathOf("python", "tests", "measure.py"), wheel.Path], fixture.Variables);

        Assert.All(
            ["import", "memory", "wheel", "command_job", "submit_job", "check_template"],
            name => Assert.Contains(name, figures));
        Directory.CreateDirectory(Path.GetDirectoryName(Figures)!); // It has one: see above.
        await File.WriteAllTextAsync(Figures, figures + "\n", TestContext.Current.CancellationToken);
    }
}
