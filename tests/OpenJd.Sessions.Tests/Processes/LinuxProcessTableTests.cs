using OpenJd.Sessions.Processes.Linux;
using OpenJd.Sessions.Processes.Posix;

namespace OpenJd.Sessions.Tests.Processes;

public sealed class LinuxProcessTableTests
{
    [Fact]
    public void A_name_with_spaces_and_parentheses_does_not_shift_the_fields()
    {
        Assert.Equal(
            new ProcessEntry(42, 7, 9, IsZombie: true),
            LinuxProcessTable.ParseStat("42 (a) S 1 (b) Z 7 8 9 0 -1 4194304"u8));
    }

    [Fact]
    public void A_marker_is_found_as_a_whole_entry_only()
    {
        Assert.True(LinuxProcessTable.HasEntry("A=1\0M=s1\0B=2\0"u8, "M=s1"u8));
        Assert.False(LinuxProcessTable.HasEntry("A=1\0M=s12\0XM=s1\0"u8, "M=s1"u8));
    }
}
