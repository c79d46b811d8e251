using OpenJd.Expressions.Paths;
using OpenJd.Sessions.Actions;
using Renderacre.Contracts.Jobs;
using Renderacre.Worker.Hosts;

namespace Renderacre.Worker.Tests.Hosts;

public sealed class PlainCommandsTests
{
    [Fact]
    public void Texts_of_a_command_that_are_paths_of_another_machine_become_this_ones()
    {
        PlainCommand command = PlainCommands.From(
            new CommandSpec
            {
                Executable = @"S:\show\bin\render.exe",
                Args = [@"s:/show/scene.ma", "--frame=1", @"--out=S:\show\out", @"S:\other"],
                Env = new Dictionary<string, string> { ["SCENE"] = @"S:\show\scene.ma", ["LEVEL"] = "3" },
                WorkingDir = @"S:\show",
                TimeoutSeconds = 9,
            },
            [new PathMappingRule(OpenJd.Expressions.Paths.SourcePathFormat.Windows, @"S:\show", "/mnt/show")]);

        Assert.Equal("/mnt/show/bin/render.exe", command.Executable);
        Assert.Equal(["/mnt/show/scene.ma", "--frame=1", @"--out=S:\show\out", @"S:\other"], command.Args);
        Assert.Equal(("/mnt/show/scene.ma", "3"), (command.Variables["SCENE"], command.Variables["LEVEL"]));
        Assert.Equal(("/mnt/show", 9), (command.WorkingDirectory, command.TimeoutSeconds));
    }
}
