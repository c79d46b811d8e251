using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Processes.Windows;

namespace OpenJd.Sessions.Tests.Processes;

public sealed class WindowsCommandLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData(@"C:\dir\", @"C:\dir\")]
    [InlineData(@"C:\my dir\", @"""C:\my dir\\""")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("\\\"", "\"\\\\\\\"\"")]
    [InlineData(@"a\\b c", @"""a\\b c""")]
    public void An_argument_is_quoted_so_that_the_runtime_reads_it_back(string arg, string quoted)
    {
        Assert.Equal($"\"C:\\bin\\tool.exe\" {quoted}", WindowsCommandLine.Build(@"C:\bin\tool.exe", [arg]));
    }

    [Fact]
    public void A_batch_file_runs_through_the_interpreter_with_every_argument_quoted()
    {
        Assert.Equal(
            @"""C:\Windows\cmd.exe"" /d /v:off /s /c """"C:\x.bat"" ""a&b"" ""c d""""",
            WindowsCommandLine.BuildBatch(@"C:\Windows\cmd.exe", @"C:\x.bat", ["a&b", "c d"]));
    }

    [Theory]
    [InlineData("50%", "U+0025")]
    [InlineData("\"", "U+0022")]
    [InlineData("a\nb", "U+000A")]
    public void A_batch_file_is_refused_what_the_interpreter_would_expand(string arg, string named)
    {
        var error = Assert.Throws<ProcessStartException>(
            () => WindowsCommandLine.BuildBatch(@"C:\Windows\cmd.exe", @"C:\x.bat", [arg]));
        Assert.Contains(named, error.Message);
    }
}
