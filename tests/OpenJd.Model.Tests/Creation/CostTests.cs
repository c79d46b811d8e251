using OpenJd.Model.Creation;
using OpenJd.Model.Parameters;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Serialization;
using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Creation;

/// <summary>A space is never expanded, so that a job of ten million tasks costs what one of a thousand costs.</summary>
public sealed class CostTests
{
    private const long MegaByte = 1024 * 1024;

    [Fact]
    public void The_number_of_tasks_costs_nothing()
    {
        Allocated(10);
        var small = Allocated(1_000);
        var large = Allocated(10_000_000);
        Assert.InRange(Math.Abs(large - small), 0, MegaByte);
        Assert.InRange(large, 1, MegaByte);
    }

    private static long Allocated(long tasks)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var job = new JobSubmission
        {
            Template = TemplateText.WithTaskParameter($"{{name: Frame, type: INT, range: 1-{tasks}}}"),
            Paths = new PathContext("/t", "/w"),
        }.CreateJob().Value!;
        var space = ParameterSpace.Create(JobJson.Read(JobJson.Write(job)).Steps[0].ParameterSpace);
        Assert.Equal(tasks, space.Length);
        Assert.Equal(tasks - 1, space.IndexOf(space[tasks - 1]));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
