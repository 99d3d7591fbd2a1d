from e23 import *
for n in ('c','d','e','f','a+b+c+d+e+f'):
    for a in (.4,.6):
        for off in (.6,1.): q(n,a,off,bar=.6,gate='open',mp=False)
    q(n,.5,.8,bar=.3,gate='open',mp=False); q(n,.5,.8,bar=0,gate='open',mp=False)
