using OpenJd.Vectors;
using OpenJd.Vectors.Suites;

namespace OpenJd.Model.Tests.Vectors;

public sealed class JobVectorTests
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["combinations/table/9"] = "§3.4.3's grammar has lists of one: (C) is an association of one, as in the "
            + "template vector combinations/abc-11, which that section settles",
    };

    [Fact]
    public void Templates_and_values_become_the_jobs_that_the_specification_says()
    {
        var suite = new JobSuite();
        VectorSuite.Judge(
            VectorSuite.All("jobs.jsonl"), Exceptions, vector => Judge.DifferenceOf(suite, vector));
    }
}
