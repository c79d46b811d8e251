using System.Diagnostics;
using OpenJd.Sessions.Processes.Linux;

namespace OpenJd.Sessions.Tests.Processes;

public sealed class ControlGroupTests
{
    private readonly string _prefix = $"openjd-sweep-{Guid.NewGuid():N}-";

    [Fact]
    public void Empty_groups_that_nobody_came_back_for_are_removed()
    {
        string group = Make("old");
        ControlGroup.RemoveAbandoned(_prefix, DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.False(Directory.Exists(group));
    }

    [Fact]
    public void Young_groups_and_those_of_others_are_left()
    {
        string group = Make("young");
        ControlGroup.RemoveAbandoned(_prefix, DateTimeOffset.UtcNow.AddMinutes(-10));
        ControlGroup.RemoveAbandoned($"{_prefix}other", DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.True(Directory.Exists(group));
        Assert.True(ControlGroup.TryRemove(group));
    }

    [Fact]
    public async Task A_group_with_a_process_in_it_is_left_until_that_has_ended()
    {
        string group = Make("used");
        using Process member = Process.Start("sleep", "600");
        try
        {
            await File.WriteAllTextAsync(
                ControlGroup.MembersOf(group), $"{member.Id}", TestContext.Current.CancellationToken);
            ControlGroup.RemoveAbandoned(_prefix, DateTimeOffset.UtcNow.AddMinutes(1));
            Assert.True(Directory.Exists(group));
            Assert.True(await ControlGroup.KillAsync(group, TimeProvider.System));
        }
        finally
        {
            member.Kill();
        }

        await member.WaitForExitAsync(TestContext.Current.CancellationToken);
        ControlGroup.RemoveAbandoned(_prefix, DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.False(Directory.Exists(group));
    }

    private string Make(string name)
    {
        string? group = OperatingSystem.IsLinux() ? ControlGroup.TryMake(_prefix + name) : null;
        Assert.SkipWhen(group is null, "control groups are not to be had here");
        return group!; // Else it was skipped.
    }
}
