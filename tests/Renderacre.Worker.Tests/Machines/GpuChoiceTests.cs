using Renderacre.Contracts.Workers;
using Renderacre.Worker.Machines;

namespace Renderacre.Worker.Tests.Machines;

public sealed class GpuChoiceTests
{
    private static readonly GpuDevice[] Found =
        [new("nvidia:0", "A", 8192), new("nvidia:1", "B", 24576), new("amd:0", "C", 16384)];

    [Fact]
    public void Auto_is_everything_that_was_found() => Assert.Equal(Found, GpuChoice.Choose("auto", Found));

    [Fact]
    public void A_list_picks_cards_and_their_order() =>
        Assert.Equal([Found[2], Found[1]], GpuChoice.Choose("amd:0, 1", Found));

    [Fact]
    public void A_card_that_was_not_found_is_believed_to_be_there() =>
        Assert.Equal(
            [new("nvidia:7", null, null), new("nvidia:MIG-8a", null, null), new("intel:0", null, null)],
            GpuChoice.Choose("7,nvidia:MIG-8a,intel:0", Found));

    [Fact]
    public async Task None_is_none() =>
        Assert.Empty(await GpuChoice.FindAsync("none", ThisMachine.Open()));

    [Theory]
    [InlineData("")]
    [InlineData("0,0")]
    [InlineData("3dfx:0")]
    [InlineData("amd:")]
    public void A_wrong_list_is_told_what_is_wanted(string option) =>
        Assert.StartsWith("auto, none or a list of different cards is wanted", GpuChoice.Fault(option));

    [Fact]
    public void What_the_program_of_NVIDIA_prints_is_read_line_by_line() =>
        Assert.Equal(
            [new("nvidia:0", "NVIDIA RTX A6000, rev 2", 49140), new("nvidia:1", "NVIDIA GB10", null)],
            NvidiaSmi.Read("0, 49140, NVIDIA RTX A6000, rev 2\r\n1, [N/A], NVIDIA GB10\r\nNo more devices\n"));

    [Fact]
    public async Task A_program_that_is_not_installed_lists_nothing() =>
        Assert.Null(await NvidiaSmi.ListAsync("renderacre-no-such-program"));

    [Fact]
    public async Task A_program_that_fails_lists_nothing() => Assert.Null(await NvidiaSmi.ListAsync("false"));
}
