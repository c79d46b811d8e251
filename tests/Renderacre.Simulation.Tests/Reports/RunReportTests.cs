using Renderacre.Simulation.Coverage;
using Renderacre.Simulation.Reports;

namespace Renderacre.Simulation.Tests.Reports;

public sealed class RunReportTests
{
    [Fact]
    public void Reports_of_two_runs_are_read_back_and_added_up()
    {
        RunReport first = WriteAndRead(Report(1, 5));
        RunReport second = WriteAndRead(Report(6, 9));

        Tally sum = RunReport.Merge([second, first]);

        Assert.Equal(8, sum.Commands);
        Assert.Equal(2, sum.Crashes);
        Assert.Equal(4, sum.Of(FaultKind.CommitNotDone));
        Assert.Equal(2, sum.Checks["IdleChecker"]);
        Assert.Equal(2, sum.Pairs[("job", "Paused", "resume")]);
        Assert.Equal(2, sum.Commits);
        Assert.Equal(TimeSpan.FromDays(2), sum.Time);
    }

    [Fact]
    public void Reports_whose_seeds_overlap_are_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => RunReport.Merge([Report(5, 9), Report(1, 5)]));

        Assert.StartsWith("seeds of two reports overlap", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_report_is_named()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "| fault | times |");

        FormatException refusal = Assert.Throws<FormatException>(() => RunReport.Read(path));

        File.Delete(path);
        Assert.StartsWith($"{path} is no report", refusal.Message, StringComparison.Ordinal);
    }

    private static RunReport WriteAndRead(RunReport report)
    {
        string path = Path.GetTempFileName();
        report.Write(path);
        RunReport read = RunReport.Read(path);
        File.Delete(path);
        Assert.Equal(report.ToString(), read.ToString());
        return read;
    }

    private static RunReport Report(ulong first, ulong last)
    {
        var tally = new Tally { Farms = 1, Commits = 1, Time = TimeSpan.FromDays(1) };
        tally.Request(3);
        tally.Crash();
        tally.Fault(FaultKind.CommitNotDone);
        tally.Fault(FaultKind.CommitNotDone);
        tally.Pair("job", "Paused", "resume");
        tally.Checked("IdleChecker");
        return new RunReport
        {
            Version = RunReport.ThisVersion,
            FirstSeed = first,
            LastSeed = last,
            Took = TimeSpan.FromMinutes(1),
            Finding = null,
            Counts = tally.Counts(),
        };
    }
}
