using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Processes.Windows;

namespace OpenJd.Sessions.Tests.Processes;

public sealed class WindowsExecutableSearchTests
{
    [Fact]
    public void A_name_is_found_with_the_endings_and_the_path_of_the_child()
    {
        var spec = Spec("tool", new() { ["Path"] = "one;two", ["PATHEXT"] = ".EXE;.BAT" });
        var found = WindowsExecutableSearch.Find(spec, path => path.EndsWith(".BAT", StringComparison.Ordinal));
        Assert.EndsWith("tool.BAT", found);
    }

    [Fact]
    public void A_missing_name_is_told_with_the_path_and_endings()
    {
        var spec = Spec("tool", new() { ["PATH"] = "one;two", ["PATHEXT"] = ".EXE" });
        var error = Assert.Throws<ProcessStartException>(() => WindowsExecutableSearch.Find(spec, _ => false));
        Assert.Equal(
            "'tool' was not found in the action's PATH (one;two), tried with the endings .EXE", error.Message);
    }

    [Fact]
    public void The_environment_block_is_sorted_without_regard_to_case_and_ends_twice()
    {
        var spec = Spec("tool", new() { ["b"] = "2", ["A"] = "1" });
        Assert.Equal("A=1\0b=2\0MARK=s\0\0", EnvironmentBlock.Build(spec));
    }

    private static ProcessSpec Spec(string command, Dictionary<string, string> variables) => new()
    {
        Command = command,
        Variables = variables,
        WorkingDirectory = "/",
        Marker = new ProcessMarker("MARK", "s"),
    };
}
