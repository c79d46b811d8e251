using Renderacre.Cli.Filters;
using Renderacre.Contracts.Jobs;
using Renderacre.Testing;

namespace Renderacre.Cli.Tests.Filters;

public sealed class JobFilterParserTests
{
    private static readonly Job Shot = Sample.Job(Guid.Empty, "Shot 010 beauty", JobState.Running) with
    {
        Owner = "ada",
        Project = "comet",
        Queue = "nightly",
        Tags = ["hero", "v2"],
        Comment = "for the review",
    };

    [Theory]
    [InlineData("state=running", true)]
    [InlineData("state=failed,RUNNING", true)]
    [InlineData("state=failed", false)]
    [InlineData("owner=ada", true)]
    [InlineData("owner=Ada", false)]
    [InlineData("owner=ad", false)]
    [InlineData("project=comet", true)]
    [InlineData("queue=daily,nightly", true)]
    [InlineData("tag=v2", true)]
    [InlineData("tag=v3", false)]
    [InlineData("text=BEAUTY", true)]
    [InlineData("text=review", true)]
    [InlineData("text=matte", false)]
    [InlineData("age<2h", true)]
    [InlineData("age<1h", false)]
    [InlineData("age>30m", true)]
    [InlineData("age > 1d", false)]
    public void A_condition_fits_jobs_or_not(string condition, bool fits) =>
        Assert.Equal(fits, JobFilterParser.Parse(condition).Fits(Shot, Sample.Time.AddMinutes(90)));

    [Theory]
    [InlineData("state=failed,running", "state=failed%2Crunning")]
    [InlineData("owner=ada b", "owner=ada%20b")]
    [InlineData("owner=ada,grace", null)]
    [InlineData("age<2d", "age=2d")]
    [InlineData("age>2d", "older=2d")]
    public void What_the_controller_can_look_for_is_left_to_it(string condition, string? query) =>
        Assert.Equal(query, JobFilterParser.Parse(condition).Query);

    [Theory]
    [InlineData("state=done", "a state of queued, running, paused, succeeded, failed, cancelled is wanted")]
    [InlineData("age<soon", "a length such as 90s, 15m, 6h, 2d or 1w is wanted")]
    [InlineData("colour=red", JobFilterParser.Grammar + " is wanted")]
    [InlineData("owner", JobFilterParser.Grammar + " is wanted")]
    [InlineData("owner=", JobFilterParser.Grammar + " is wanted")]
    [InlineData("owner>ada", JobFilterParser.Grammar + " is wanted")]
    [InlineData("age=2d", JobFilterParser.Grammar + " is wanted")]
    public void A_wrong_condition_is_refused_with_what_would_be_right(string condition, string message)
    {
        var refusal = Assert.Throws<CliException>(() => JobFilterParser.Parse(condition));

        Assert.Equal($"--where '{condition}': {message}", refusal.Message);
    }
}
